import type { Call, CallMoment } from "../../calls/call.ts";
import { API_VERSION } from "../../calls/fields.ts";
import { callSeconds } from "../../calls/status.ts";
import { rfc2822, rfc2822OrNull } from "../../dates.ts";
import type { World } from "../../world.ts";

const PARTS = [
  "events",
  "notifications",
  "payments",
  "recordings",
  "siprec",
  "streams",
  "transcriptions",
  "user_defined_messages",
  "user_defined_message_subscriptions",
];

const camel = (name: string) => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

function formatted(address: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(address);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : address;
}

/** The Call resource; `asOf` shows it as it was, for stale reads. */
export function callResource(world: World, call: Call, asOf?: number) {
  const { accountSid } = world.settings;
  const uri = `/${API_VERSION}/Accounts/${accountSid}/Calls/${call.sid}`;
  const moment = momentOf(call, asOf);
  const isOver = call.endedAt !== undefined && call.endedAt <= (asOf ?? Number.POSITIVE_INFINITY);
  return {
    sid: call.sid,
    account_sid: accountSid,
    parent_call_sid: call.parentSid,
    phone_number_sid: world.numbers.get(call.from)?.sid ?? null,
    to: call.to,
    to_formatted: formatted(call.to),
    from: call.from,
    from_formatted: formatted(call.from),
    status: moment.status,
    direction: call.direction,
    answered_by: call.answeredBy,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(moment.at),
    start_time: rfc2822OrNull(call.startedAt),
    end_time: isOver ? rfc2822OrNull(call.endedAt) : null,
    duration: isOver ? String(callSeconds(call)) : null,
    price: null,
    price_unit: "USD",
    api_version: API_VERSION,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    trunk_sid: null,
    queue_time: String(Math.round(call.queueTimeMs)),
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(PARTS.map((part) => [part, `${uri}/${camel(part)}.json`])),
  };
}

function momentOf(call: Call, asOf = Number.POSITIVE_INFINITY): CallMoment {
  return call.moments.findLast((moment) => moment.at <= asOf) ?? call.moments[0] ?? { at: call.createdAt, status: call.status };
}
