import { AMD_DEFAULTS, type AmdOrder } from "../calls/amd.ts";
import type { Call, Program } from "../calls/call.ts";
import type { CallOrder } from "../calls/make-call.ts";
import type { RecordingOrder } from "../recordings/recording.ts";
import { hook, urlSource } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import { isTrueParam, listParam, wholeParam } from "./params.ts";
import { RestError } from "./rest-error.ts";

/** Reads a checked order for a call. With an application, the order's own addresses are ignored, as Twilio does. */
export function callOrder(world: World, form: URLSearchParams): CallOrder {
  const sid = form.get("ApplicationSid");
  return { ...common(form), ...(sid ? byApplication(world, sid) : byForm(form)) };
}

/** What orders for calls and for participants have in common. */
export function common(form: URLSearchParams): Omit<CallOrder, "program"> {
  const record = recordOrder(form);
  const amd = amdOrder(form);
  return {
    to: form.get("To") ?? "",
    from: form.get("CallerId") ?? form.get("From") ?? "",
    direction: "outbound-api",
    timeoutSeconds: wholeParam(form, "Timeout", 60),
    ...(form.get("TimeLimit") && { timeLimitSeconds: wholeParam(form, "TimeLimit", 0) }),
    ...(record && { record }),
    ...(amd && { amd }),
  };
}

function byApplication(world: World, sid: string): Pick<CallOrder, "program" | "statusHook"> {
  const application = world.applications.get(sid);
  if (!application?.voiceUrl) throw new RestError(400, 21218, `Invalid ApplicationSid: ${sid}`);
  const fallback = hook(application.voiceFallbackUrl, application.voiceFallbackMethod);
  const status = hook(application.statusCallback, application.statusCallbackMethod);
  return {
    program: { kind: "document", source: urlSource(application.voiceUrl, application.voiceMethod), ...(fallback && { fallback }) },
    ...(status && { statusHook: { ...status, events: new Set(["completed"]) } }),
  };
}

function byForm(form: URLSearchParams): Pick<CallOrder, "program" | "statusHook"> {
  const url = form.get("Url");
  const fallback = hook(form.get("FallbackUrl"), form.get("FallbackMethod"));
  const statusHook = statusHookOf(form);
  const program: Program = {
    kind: "document",
    source: url ? urlSource(url, form.get("Method")) : { kind: "inline", xml: form.get("Twiml") ?? "" },
    ...(fallback && { fallback }),
  };
  return { program, ...(statusHook && { statusHook }) };
}

export function statusHookOf(form: URLSearchParams): Call["statusHook"] {
  const status = hook(form.get("StatusCallback"), form.get("StatusCallbackMethod"));
  return status && { ...status, events: listParam(form, "StatusCallbackEvent", ["completed"]) };
}

export function recordOrder(form: URLSearchParams): RecordingOrder | undefined {
  if (!isTrueParam(form, "Record")) return undefined;
  const target = recordingHookOf(form);
  return {
    source: "OutboundAPI",
    channels: form.get("RecordingChannels") === "dual" ? 2 : 1,
    track: form.get("RecordingTrack") ?? "both",
    ...(target && { hook: target }),
  };
}

export function recordingHookOf(form: URLSearchParams): RecordingOrder["hook"] {
  const target = hook(form.get("RecordingStatusCallback"), form.get("RecordingStatusCallbackMethod"));
  return target && { ...target, events: listParam(form, "RecordingStatusCallbackEvent", ["completed"]) };
}

/** Detection is ignored when digits are sent on answer. A participant's is always asynchronous. */
export function amdOrder(form: URLSearchParams): AmdOrder | undefined {
  const mode = form.get("MachineDetection");
  if ((mode !== "Enable" && mode !== "DetectMessageEnd") || form.get("SendDigits")) return undefined;
  const url = form.get("AsyncAmdStatusCallback") ?? form.get("AmdStatusCallback");
  const target = hook(url, form.get("AsyncAmdStatusCallbackMethod") ?? form.get("AmdStatusCallbackMethod"));
  return {
    mode,
    async: form.get("AsyncAmd") === "true" || form.get("AmdStatusCallback") !== null,
    timeoutMs: wholeParam(form, "MachineDetectionTimeout", AMD_DEFAULTS.timeoutMs / 1e3) * 1e3,
    speechThresholdMs: wholeParam(form, "MachineDetectionSpeechThreshold", AMD_DEFAULTS.speechThresholdMs),
    speechEndThresholdMs: wholeParam(form, "MachineDetectionSpeechEndThreshold", AMD_DEFAULTS.speechEndThresholdMs),
    silenceTimeoutMs: wholeParam(form, "MachineDetectionSilenceTimeout", AMD_DEFAULTS.silenceTimeoutMs),
    ...(target && { hook: target }),
  };
}
