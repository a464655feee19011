import type { Call } from "../../calls/call.ts";
import { AMD_DEFAULTS, type AmdOrder } from "../../calls/amd.ts";
import { makeCall } from "../../calls/make-call.ts";
import { hook, resolveUrl, urlSource } from "../../webhooks/hook.ts";
import { type Element, whole, words } from "../element.ts";
import type { VerbJob } from "../verb.ts";

const ADDRESS: Record<string, (text: string) => string> = {
  Number: (text) => text.replace(/[^\d+]/g, ""),
  Client: (text) => `client:${text}`,
  Sip: (text) => text.replace(/;.*$/, ""),
};

const VALID = /^(\+[1-9]\d{6,14}|client:.+|sips?:.+@.+)$/;

/** Makes the child call that a `<Number>`, `<Client>` or `<Sip>` asks for; nothing when its address is none. */
export function makeChild({ world, call, element, document }: VerbJob, noun: Element): Call | undefined {
  const { attributes } = noun;
  const to = ADDRESS[noun.name]?.(noun.name === "Client" ? clientName(noun) : noun.text) ?? "";
  if (!VALID.test(to)) {
    world.alerts.raise(13224, `${noun.name}: found an address that cannot be called`, { callSid: call.sid });
    return undefined;
  }
  const callerId = element.attributes.callerId ?? (call.direction === "inbound" ? call.from : call.to);
  const target = attributes.statusCallback
    ? hook(resolveUrl(attributes.statusCallback, document.url), attributes.statusCallbackMethod)
    : undefined;
  const screen = attributes.url ? urlSource(resolveUrl(attributes.url, document.url), attributes.method) : undefined;
  const amd = amdOrder(attributes, document.url);
  return makeCall(world, {
    to,
    from: callerId,
    direction: "outbound-dial",
    parentSid: call.sid,
    timeoutSeconds: whole(element.attributes.timeout, 30),
    program: {
      kind: "bridge",
      ...(screen && { screen }),
    },
    ...(target && {
      statusHook: {
        ...target,
        events: words(attributes.statusCallbackEvent, ["completed"]),
      },
    }),
    ...(amd && { amd }),
  });
}

const clientName = (noun: Element) => noun.children.find((child) => child.name === "Identity")?.text ?? noun.text;

/** Detection on a child call is always asynchronous. */
function amdOrder(attributes: Record<string, string>, base: string | undefined): AmdOrder | undefined {
  const { machineDetection, amdStatusCallback, amdStatusCallbackMethod } = attributes;
  if (machineDetection !== "Enable" && machineDetection !== "DetectMessageEnd") return undefined;
  const target = amdStatusCallback ? hook(resolveUrl(amdStatusCallback, base), amdStatusCallbackMethod) : undefined;
  return {
    mode: machineDetection,
    async: true,
    timeoutMs: whole(attributes.machineDetectionTimeout, AMD_DEFAULTS.timeoutMs / 1e3) * 1e3,
    speechThresholdMs: whole(attributes.machineDetectionSpeechThreshold, AMD_DEFAULTS.speechThresholdMs),
    speechEndThresholdMs: whole(attributes.machineDetectionSpeechEndThreshold, AMD_DEFAULTS.speechEndThresholdMs),
    silenceTimeoutMs: whole(attributes.machineDetectionSilenceTimeout, AMD_DEFAULTS.silenceTimeoutMs),
    ...(target && { hook: target }),
  };
}
