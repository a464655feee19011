/** Who is in an agent's conference, and holding or removing one of them. */
import type { Carrier, Participant } from "../../ports/carrier.ts";
import type { TwilioClient } from "./client.ts";
import { carrierError, isGone, readFailure } from "./failures.ts";

type Conferences = Pick<Carrier, "participants" | "hold" | "kick">;

export function makeConferences(client: TwilioClient): Conferences {
  /** `change` reports false when the room, or the participant in it, is gone. */
  const inRoom = async (doing: string, name: string, change: (conferenceSid: string) => Promise<unknown>): Promise<boolean> => {
    try {
      const conferenceSid = await findRoom(client, name);
      if (conferenceSid === undefined) return false;
      await change(conferenceSid);
      return true;
    } catch (error) {
      const failure = readFailure(error);
      if (isGone(failure)) return false;
      throw carrierError(doing, failure);
    }
  };

  return {
    participants: async (name) => {
      let found: Participant[] = [];
      await inRoom("list the conference", name, async (conferenceSid) => {
        found = await listParticipants(client, conferenceSid);
      });
      return found;
    },
    hold: (name, callSid, hold) =>
      inRoom("hold the call", name, (conferenceSid) => client.conferences(conferenceSid).participants(callSid).update({ hold })),
    kick: (name, callSid) =>
      inRoom("remove the call", name, (conferenceSid) => client.conferences(conferenceSid).participants(callSid).remove()),
  };
}

/**
 * The conference of this name that runs now. An agent who waits alone is in one that has not begun: Twilio
 * begins it with the second participant.
 */
async function findRoom(client: TwilioClient, friendlyName: string): Promise<string | undefined> {
  for (const status of ["in-progress", "init"] as const) {
    const [room] = await client.conferences.list({ friendlyName, status, limit: 1, pageSize: 1 });
    if (room !== undefined) return room.sid;
  }
  return undefined;
}

async function listParticipants(client: TwilioClient, conferenceSid: string): Promise<Participant[]> {
  const participants = await client.conferences(conferenceSid).participants.list({ pageSize: 50 });
  return participants.map((participant) => ({
    carrierCallId: participant.callSid,
    label: participant.label || null,
    hold: participant.hold,
  }));
}
