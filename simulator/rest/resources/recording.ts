import { API_VERSION } from "../../calls/fields.ts";
import { rfc2822 } from "../../dates.ts";
import { type Recording, recordingUrl } from "../../recordings/recording.ts";
import type { World } from "../../world.ts";

function common(world: World, one: Recording) {
  return {
    account_sid: world.settings.accountSid,
    api_version: API_VERSION,
    call_sid: one.callSid,
    conference_sid: one.conferenceSid,
    sid: one.sid,
    date_created: rfc2822(one.startedAt),
    date_updated: rfc2822(one.updatedAt),
    start_time: rfc2822(one.startedAt),
    duration: one.durationSeconds === null ? null : String(one.durationSeconds),
    price: null,
    price_unit: "USD",
    status: one.status,
    channels: one.order.channels,
    source: one.order.source,
    error_code: null,
    encryption_details: null,
  };
}

export function recordingResource(world: World, one: Recording) {
  const uri = `/${API_VERSION}/Accounts/${world.settings.accountSid}/Recordings/${one.sid}`;
  const parts = { add_on_results: "AddOnResults", transcriptions: "Transcriptions" };
  return {
    ...common(world, one),
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(Object.entries(parts).map(([name, path]) => [name, `${uri}/${path}.json`])),
    media_url: recordingUrl(world, one.sid),
  };
}

export function callRecordingResource(world: World, one: Recording) {
  const uri = `/${API_VERSION}/Accounts/${world.settings.accountSid}/Calls/${one.callSid}/Recordings/${one.sid}.json`;
  return { ...common(world, one), uri, track: one.order.track };
}
