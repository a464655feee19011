import { API_VERSION } from "../../calls/fields.ts";
import type { Conference, Participant } from "../../conferences/conference.ts";
import { rfc2822 } from "../../dates.ts";
import type { World } from "../../world.ts";

export function conferenceResource(world: World, one: Conference) {
  const { accountSid } = world.settings;
  const uri = `/${API_VERSION}/Accounts/${accountSid}/Conferences/${one.sid}`;
  return {
    account_sid: accountSid,
    api_version: API_VERSION,
    sid: one.sid,
    friendly_name: one.name,
    region: "us1",
    status: one.status,
    date_created: rfc2822(one.createdAt),
    date_updated: rfc2822(one.updatedAt),
    reason_conference_ended: one.endReason,
    call_sid_ending_conference: one.callSidEnding,
    subresource_uris: {
      participants: `${uri}/Participants.json`,
      recordings: `${uri}/Recordings.json`,
    },
    uri: `${uri}.json`,
  };
}

export function participantResource(world: World, conference: Conference, one: Participant) {
  const { accountSid } = world.settings;
  const call = world.calls.get(one.callSid);
  return {
    account_sid: accountSid,
    call_sid: one.callSid,
    label: one.label,
    call_sid_to_coach: one.callSidToCoach,
    coaching: one.coaching,
    conference_sid: conference.sid,
    date_created: rfc2822(one.createdAt),
    date_updated: rfc2822(one.updatedAt),
    end_conference_on_exit: one.endOnExit,
    muted: one.muted,
    hold: one.hold,
    start_conference_on_enter: one.startOnEnter,
    status: "connected",
    queue_time: String(Math.round(call?.queueTimeMs ?? 0)),
    uri: `/${API_VERSION}/Accounts/${accountSid}/Conferences/${conference.sid}/Participants/${one.callSid}.json`,
  };
}
