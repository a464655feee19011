import { type Call, callKey } from "../calls/call.ts";
import { callFields } from "../calls/fields.ts";
import { Interrupted } from "../clock/clock.ts";
import type { Method, Source } from "../webhooks/hook.ts";
import { makeToken, request, type WebhookAnswer } from "../webhooks/request.ts";
import type { World } from "../world.ts";
import type { Element } from "./element.ts";
import { parseTwiml } from "./parse.ts";

export type Document = { verbs: Element[]; url?: string; method: Method };
export type FetchFault = { code: number; message: string; url: string };

type Asked = Source & { kind: "url"; params: Record<string, string> };

const XML_TYPES = /^(text\/xml|application\/xml|text\/html|application\/xhtml\+xml)\b/i;

/** Fetches and reads a document. Rejects with Interrupted when the call has moved on meanwhile. */
export async function fetchDocument(
  world: World,
  call: Call,
  { source, signal }: { source: Source; signal?: AbortSignal },
): Promise<Document | FetchFault> {
  if (source.kind === "inline") return read(source.xml, "", "POST");
  const params = { ...callFields(world, call), ...call.custom, ...source.params };
  const answer = await ask(world, call, { ...source, params });
  if (signal?.aborted) throw new Interrupted();
  if (!answer.ok) return { code: answer.answer ? 11200 : 11205, message: `document: ${answer.error}`, url: source.url };
  const { body, headers, isTooLarge } = answer.answer;
  if (isTooLarge) return { code: 11750, message: "document: larger than 64 kB", url: source.url };
  const type = headers["content-type"] ?? "";
  if (body !== "" && !XML_TYPES.test(type))
    return { code: 12300, message: `content type: found ${type || "none"}, expected text/xml`, url: source.url };
  return read(body, source.url, source.method);
}

function read(xml: string, url: string, method: Method): Document | FetchFault {
  const parsed = parseTwiml(xml);
  if ("fault" in parsed) return { ...parsed.fault, url };
  return { verbs: parsed.verbs, method, ...(url && { url: url.split("#")[0] ?? url }) };
}

async function ask(world: World, call: Call, source: Asked): Promise<WebhookAnswer> {
  const fault = world.faults.strike({
    kind: "twiml",
    key: `${callKey(call)}|${call.fetches++}`,
    event: call.status,
    to: call.to,
    from: call.from,
    callSid: call.sid,
    farEnd: call.farEnd,
  });
  if (fault?.skipToFallback) return { ok: false, error: "the address could not be reached" };
  if (fault?.slowFetchMs !== undefined) await world.clock.sleep(fault.dice.within(fault.slowFetchMs));
  const order = {
    source: "twiml",
    event: call.status,
    callSid: call.sid,
    url: source.url,
    method: source.method,
    params: source.params,
    token: makeToken(),
    ...(fault && { fault: fault.rule }),
  };
  if (!fault?.fetchTwice) return request(world, order);
  // As after a broken connection: the first answer is lost, the same question comes again.
  const [, second] = await Promise.all([request(world, order), request(world, order)]);
  return second;
}
