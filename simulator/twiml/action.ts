import { isOver } from "../calls/call.ts";
import { resolveUrl, urlSource } from "../webhooks/hook.ts";
import { fetchDocument } from "./fetch.ts";
import type { Step, VerbJob } from "./verb.ts";

/** Goes on at the verb's action; Gather and Record without one ask their own document again. */
export function actionStep({ element, document }: VerbJob, params: Record<string, string>): Step {
  const url = element.attributes.action ? resolveUrl(element.attributes.action, document.url) : document.url;
  return url
    ? { goTo: urlSource(url, element.attributes.method ?? (element.attributes.action ? "POST" : document.method), params) }
    : "next";
}

/** The far end has gone: the action is still asked, and its answer ignored. Nothing is asked of a call that was sent elsewhere. */
export function lastWord({ world, call, element, document }: VerbJob, params: Record<string, string>): void {
  const { action, method } = element.attributes;
  if (!action || !isOver(call)) return;
  void fetchDocument(world, call, { source: urlSource(resolveUrl(action, document.url), method, params) });
}
