import { type Call, isOver } from "../../calls/call.ts";
import { placeCall } from "../../calls/place.ts";
import { updateCall } from "../../calls/update.ts";
import type { World } from "../../world.ts";
import { callOrder } from "../call-order.ts";
import { checkCall } from "../check-call.ts";
import { dateFilter } from "../date-filter.ts";
import type { Exchange, Reply, Route } from "../exchange.ts";
import { page } from "../paging.ts";
import { checkKnown, KNOWN } from "../params.ts";
import { callResource } from "../resources/call.ts";
import { notFound, RestError } from "../rest-error.ts";

/** How long an answer waits for the callback that overtakes it, at most. */
const OVERTAKE_MS = 1500;

function create({ world, form, fault }: Exchange): Reply {
  checkKnown(world, form, KNOWN.createCall);
  checkCall(world, form, { needsDocument: true });
  const { call, start } = placeCall(world, callOrder(world, form), fault);
  const reply: Reply = { status: 201, body: callResource(world, call), afterwards: start };
  if (!fault?.beforeCreateResponse) return reply;
  return { ...reply, first: () => overtake(world, call, start) };
}

/** Lets the call's first events reach the application before it knows the call. */
async function overtake(world: World, call: Call, start: () => void): Promise<void> {
  start();
  const until = Date.now() + OVERTAKE_MS;
  while (Date.now() < until && !world.deliveries.some((one) => one.callSid === call.sid && one.status !== null)) {
    await new Promise((resolve) => setTimeout(resolve, 5).unref());
  }
}

export function findCall({ world, parts, path }: Exchange): Call {
  const call = world.calls.get(parts[0] ?? "");
  if (!call) throw notFound(path);
  return call;
}

/** Stale reads show the past; a call younger than that is not there yet. */
function asOf({ world, fault }: Exchange): number | undefined {
  return fault?.staleReadsMs === undefined ? undefined : world.clock.now() - fault.dice.within(fault.staleReadsMs);
}

function fetch(exchange: Exchange): Reply {
  const call = findCall(exchange);
  return { status: 200, body: callResource(exchange.world, call, asOf(exchange)) };
}

function list(exchange: Exchange): Reply {
  const { world, query } = exchange;
  const seenAt = asOf(exchange);
  const started = dateFilter(query, "StartTime");
  const ended = dateFilter(query, "EndTime");
  const equals = (name: string, value: string | null) => !query.get(name) || query.get(name) === value;
  const fits = (call: Call) =>
    (seenAt === undefined || call.createdAt <= seenAt) &&
    equals("To", call.to) &&
    equals("From", call.from) &&
    equals("Status", call.status) &&
    equals("ParentCallSid", call.parentSid) &&
    // A call that waits has no start yet: it is found by when it was asked for.
    started(call.startedAt ?? call.createdAt) &&
    ended(call.endedAt);
  const found = [...world.calls.all()].filter(fits);
  return page(exchange, "calls", { items: found.reverse(), show: (call) => callResource(world, call, seenAt) });
}

function remove(exchange: Exchange): Reply {
  const call = findCall(exchange);
  if (!isOver(call)) throw new RestError(409, 20409, "The call is in progress and cannot be deleted");
  exchange.world.calls.remove(call.sid);
  return { status: 204 };
}

function update(exchange: Exchange): Reply {
  const { world, form } = exchange;
  checkKnown(world, form, KNOWN.updateCall);
  const call = findCall(exchange);
  updateCall(world, call, form);
  return { status: 200, body: callResource(world, call) };
}

export const callRoutes: Route[] = [
  { method: "POST", pattern: /^\/Calls$/, handle: create },
  { method: "GET", pattern: /^\/Calls$/, handle: list },
  { method: "GET", pattern: /^\/Calls\/(CA\w+)$/, handle: fetch },
  { method: "POST", pattern: /^\/Calls\/(CA\w+)$/, handle: update },
  { method: "DELETE", pattern: /^\/Calls\/(CA\w+)$/, handle: remove },
];
