import { placeCall } from "../../calls/place.ts";
import { type Conference, findParticipant, makeRoom, openRoom, type Participant } from "../../conferences/conference.ts";
import { changeParticipant } from "../../conferences/update.ts";
import { hook } from "../../webhooks/hook.ts";
import { common, statusHookOf } from "../call-order.ts";
import { checkCall } from "../check-call.ts";
import type { Exchange, Reply, Route } from "../exchange.ts";
import { page } from "../paging.ts";
import { checkKnown, isTrueParam, KNOWN } from "../params.ts";
import { participantResource } from "../resources/conference.ts";
import { notFound, RestError } from "../rest-error.ts";
import { roomOrder } from "../room-order.ts";
import { findConference } from "./conferences.ts";

function create(exchange: Exchange): Reply {
  const { world, form, fault } = exchange;
  checkKnown(world, form, KNOWN.createParticipant);
  const room = findOrMake(exchange);
  const label = form.get("Label");
  if (label && findParticipant(room, label)) throw new RestError(400, 16025, "Participant label is already in use in this conference");
  checkCall(world, form, { needsDocument: false });
  const order = roomOrder(form, room.name);
  const statusHook = statusHookOf(form);
  const program = { kind: "conference" as const, room: order };
  const { call, start } = placeCall(world, { ...common(form), program, ...(statusHook && { statusHook }) }, fault);
  const now = world.clock.now();
  const connecting: Participant = {
    callSid: call.sid,
    label: order.label,
    muted: order.muted,
    hold: false,
    coaching: order.coaching,
    callSidToCoach: order.coach,
    startOnEnter: order.startOnEnter,
    endOnExit: order.endOnExit,
    createdAt: now,
    updatedAt: now,
    remove: () => {},
  };
  return { status: 201, body: { ...participantResource(world, room, connecting), status: "queued" }, afterwards: start };
}

/** A room is named by its id when it exists, or by any other name, which makes it. */
function findOrMake({ world, parts, path }: Exchange): Conference {
  const name = decodeURIComponent(parts[0] ?? "");
  const bySid = world.conferences.get(name);
  if (bySid?.status === "completed") throw new RestError(400, 16022, "The conference has ended");
  if (bySid) return bySid;
  if (/^CF[0-9a-f]{32}$/i.test(name)) throw notFound(path);
  return openRoom(world, name) ?? makeRoom(world, name);
}

function find(exchange: Exchange): { conference: Conference; participant: Participant } {
  const conference = findConference(exchange);
  const participant =
    conference.status === "completed" ? undefined : findParticipant(conference, decodeURIComponent(exchange.parts[1] ?? ""));
  if (!participant) throw notFound(exchange.path);
  return { conference, participant };
}

function list(exchange: Exchange): Reply {
  const { world, query } = exchange;
  const conference = findConference(exchange);
  const is = (name: string, value: boolean) => query.get(name) === null || query.get(name) === String(value);
  const found = [...conference.participants.values()].filter(
    (one) => is("Muted", one.muted) && is("Hold", one.hold) && is("Coaching", one.coaching),
  );
  return page(exchange, "participants", { items: found, show: (one) => participantResource(world, conference, one) });
}

function fetch(exchange: Exchange): Reply {
  const { conference, participant } = find(exchange);
  return { status: 200, body: participantResource(exchange.world, conference, participant) };
}

function update(exchange: Exchange): Reply {
  const { world, form } = exchange;
  checkKnown(world, form, KNOWN.updateParticipant);
  const { conference, participant } = find(exchange);
  const coach = form.get("CallSidToCoach");
  if (coach && !conference.participants.has(coach))
    throw new RestError(400, 16021, "CallSidToCoach: found a call that is not in this conference");
  const flags = { muted: isTrueParam(form, "Muted"), hold: isTrueParam(form, "Hold"), coaching: isTrueParam(form, "Coaching") };
  const endOnExit = isTrueParam(form, "EndConferenceOnExit");
  // The API description gives GET as the default for holdUrl.
  const holdSound = hook(form.get("HoldUrl"), form.get("HoldMethod") ?? "GET");
  changeParticipant(
    world,
    { conference, participant },
    {
      ...Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)),
      ...(endOnExit !== undefined && { endOnExit }),
      ...(holdSound && { holdSound }),
      ...(coach && { callSidToCoach: coach }),
    },
  );
  return { status: 200, body: participantResource(world, conference, participant) };
}

function kick(exchange: Exchange): Reply {
  find(exchange).participant.remove("participant_removed_via_api");
  return { status: 204 };
}

const ONE = /^\/Conferences\/(CF\w+)\/Participants\/([^/]+)$/;

export const participantRoutes: Route[] = [
  { method: "POST", pattern: /^\/Conferences\/([^/]+)\/Participants$/, handle: create },
  { method: "GET", pattern: /^\/Conferences\/(CF\w+)\/Participants$/, handle: list },
  { method: "GET", pattern: ONE, handle: fetch },
  { method: "POST", pattern: ONE, handle: update },
  { method: "DELETE", pattern: ONE, handle: kick },
];
