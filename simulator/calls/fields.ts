import type { World } from "../world.ts";
import type { Call } from "./call.ts";

export const API_VERSION = "2010-04-01";

/** Places are not simulated: only the country is told, and only for North American numbers. */
function place(prefix: string, number: string): Record<string, string> {
  const country = number.startsWith("+1") ? "US" : "";
  return { [`${prefix}City`]: "", [`${prefix}State`]: "", [`${prefix}Zip`]: "", [`${prefix}Country`]: country };
}

/** What every webhook about a call tells. */
export function callFields(world: World, call: Call): Record<string, string> {
  return {
    AccountSid: world.settings.accountSid,
    ApiVersion: API_VERSION,
    CallSid: call.sid,
    CallStatus: call.status,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    Direction: call.direction,
    ...(call.parentSid && { ParentCallSid: call.parentSid }),
    ...(call.answeredBy && { AnsweredBy: call.answeredBy }),
    ...place("From", call.from),
    ...place("To", call.to),
    ...place("Caller", call.from),
    ...place("Called", call.to),
  };
}
