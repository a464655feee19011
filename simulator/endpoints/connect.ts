import { type Call, callKey } from "../calls/call.ts";
import { makeCall } from "../calls/make-call.ts";
import { answerCall } from "../calls/answer.ts";
import type { World } from "../world.ts";
import { hook, urlSource } from "../webhooks/hook.ts";
import { readAccessToken } from "./access-token.ts";

export type Connect = { id: string; token: string; params?: Record<string, string> };

/** From the browser's click to the request for a document; assumed. */
const SIGNALLING_MS = 150;

/**
 * `device.connect()` of a browser line: checks its token, and lets the application say what its call shall do.
 * Throws an Error that says why the line may not connect.
 */
export function connectLine(world: World, { id, token, params = {} }: Connect): Call {
  const grant = readAccessToken(world, token);
  if (`client:${grant.identity}` !== id) throw new Error(`token identity: found ${grant.identity}, expected ${id.replace(/^client:/, "")}`);
  const sid = grant.applicationSid ?? "";
  const application = world.applications.get(sid);
  if (!application) throw new Error(`application: found ${sid || "none"}, which the account does not have`);
  if (!application.voiceUrl) throw new Error("application voice url: found none; set it on the Applications resource");
  const endpoint = world.endpoints.put(id, { registered: true });
  const fallback = hook(application.voiceFallbackUrl, application.voiceFallbackMethod);
  const status = hook(application.statusCallback, application.statusCallbackMethod);
  const call = makeCall(world, {
    to: params.To ?? "",
    from: id,
    direction: "inbound",
    program: {
      kind: "document",
      source: urlSource(application.voiceUrl, application.voiceMethod),
      ...(fallback && { fallback }),
    },
    ...(status && {
      statusHook: {
        ...status,
        events: new Set(["completed"]),
      },
    }),
  });
  call.startedAt = call.createdAt;
  call.custom = { ...params, ApplicationSid: sid };
  world.journal.note("line.connecting", call.sid, { from: id });
  const fault = world.faults.strike({ kind: "call", key: callKey(call), from: id, to: call.to, callSid: call.sid, farEnd: "endpoint" });
  world.clock.after(SIGNALLING_MS, () => {
    if (call.life.signal.aborted) return;
    const act = world.endpoints.actFor(endpoint.id);
    if (act) answerCall(world, call, { act, fault });
  });
  return call;
}

/** The line's live calls, newest first. */
export function callsOf(world: World, id: string): Call[] {
  return [...world.calls.live()].filter((call) => call.from === id || call.to === id).reverse();
}
