import type { World } from "../world.ts";
import type { Membership } from "./conference.ts";

/** Writes down who came or went, for the witness ledger. */
export function noteOccupancy(world: World, { conference, participant }: Membership, change: "join" | "leave"): void {
  const call = world.calls.get(participant.callSid);
  const members = [...conference.participants.keys()].map((sid) => world.calls.get(sid));
  conference.occupancy.push({
    at: world.clock.now(),
    change,
    callSid: participant.callSid,
    number: call?.direction === "inbound" ? call.from : (call?.to ?? ""),
    farEnd: call?.farEnd ?? "public",
    size: members.length,
    people: members.filter((one) => one?.farEnd === "public").length,
  });
}
