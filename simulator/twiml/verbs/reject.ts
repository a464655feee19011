import { endCall } from "../../calls/end.ts";
import type { Verb } from "../verb.ts";

/** Refuses a call that came in without answering it; on a call that was made it only hangs up. */
export const reject: Verb = async ({ world, call, element }) => {
  if (call.direction !== "inbound" || call.answeredAt !== undefined) return "hang up";
  const isBusy = element.attributes.reason === "busy";
  endCall(world, call, { status: isBusy ? "busy" : "no-answer", sipCode: isBusy ? "486" : "603", by: "application" });
  return "hang up";
};
