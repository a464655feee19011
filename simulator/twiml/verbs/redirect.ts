import { resolveUrl, urlSource } from "../../webhooks/hook.ts";
import type { Verb } from "../verb.ts";

export const redirect: Verb = async ({ element, document }) => ({
  goTo: urlSource(resolveUrl(element.text, document.url), element.attributes.method),
});
