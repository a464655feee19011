/** Looking up, ending and moving calls that Twilio has. */
import type { Instant } from "../../../campaigns/instant.ts";
import type { Carrier, CarrierCall } from "../../ports/carrier.ts";
import type { Addresses } from "./addresses.ts";
import { readStatus } from "./call-events.ts";
import type { TwilioClient } from "./client.ts";
import { carrierError, isGone, readFailure } from "./failures.ts";
import { isCallSid } from "./ids.ts";
import { toTwiml } from "./twiml.ts";

type Calls = Pick<Carrier, "findCall" | "listCallsTo" | "cancelCall" | "hangUp" | "sayAndHangUp" | "moveToConference">;
type CallResource = Awaited<ReturnType<ReturnType<TwilioClient["calls"]>["fetch"]>>;
type CallChange = Parameters<ReturnType<TwilioClient["calls"]>["update"]>[0];

/** Calls to one number that are looked through for an unknown attempt: more than any frequency cap allows. */
const LOOKED_THROUGH = 50;

export function makeCalls(client: TwilioClient, addresses: Addresses): Calls {
  const change = async (doing: string, callSid: string, wanted: CallChange): Promise<boolean> => {
    try {
      await client.calls(callSid).update(wanted);
      return true;
    } catch (error) {
      const failure = readFailure(error);
      if (isGone(failure)) return false;
      throw carrierError(doing, failure);
    }
  };

  return {
    findCall: (callSid) => findCall(client, callSid),
    listCallsTo: (to, from, since) => listCallsTo(client, { to, from, since }),
    cancelCall: (callSid) => change("cancel the call", callSid, { status: "canceled" }),
    hangUp: (callSid) => change("hang up the call", callSid, { status: "completed" }),
    sayAndHangUp: (callSid, saying) =>
      change("speak to the call", callSid, { twiml: toTwiml({ do: "say-and-hang-up", ...saying }, addresses) }),
    moveToConference: (callSid, attemptId, conferenceName) =>
      change("move the call", callSid, { twiml: toTwiml({ do: "join-agent", attemptId, conferenceName }, addresses) }),
  };
}

async function findCall(client: TwilioClient, callSid: string): Promise<CarrierCall | undefined> {
  try {
    return readCall(await client.calls(callSid).fetch());
  } catch (error) {
    const failure = readFailure(error);
    if (isGone(failure)) return undefined;
    throw carrierError("look up the call", failure);
  }
}

/**
 * Judged by when the call was created, here: Twilio's own filter goes by the start time, which a call that
 * is still queued does not have.
 */
async function listCallsTo(client: TwilioClient, asked: { to: string; from: string; since: Instant }): Promise<CarrierCall[]> {
  // Twilio's times are whole seconds: a call of the same second must not seem older.
  const since = Math.floor(asked.since / 1_000) * 1_000;
  try {
    const found = await client.calls.list({ to: asked.to, from: asked.from, limit: LOOKED_THROUGH, pageSize: LOOKED_THROUGH });
    return found.map(readCall).filter((call) => call.createdAt === null || call.createdAt >= since);
  } catch (error) {
    throw carrierError("list calls", readFailure(error));
  }
}

/** Throws when the answer is not a call: then nothing is known, and that must not look like "no such call". */
function readCall(call: CallResource): CarrierCall {
  const status = readStatus(call.status);
  if (!isCallSid(call.sid) || status === undefined) throw new Error("malformed call");
  const createdAt = call.dateCreated instanceof Date ? call.dateCreated.getTime() : Number.NaN;
  return {
    carrierCallId: call.sid,
    to: call.to ?? "",
    from: call.from ?? "",
    status,
    createdAt: Number.isNaN(createdAt) ? null : createdAt,
    // Twilio tells the SIP code in the terminal event only.
    sipCode: null,
  };
}
