import { makeSid } from "../sids.ts";
import type { World } from "../world.ts";
import { type Call, type Direction, farAddress, type Program, type PromiseWithResolversLike } from "./call.ts";

export type CallOrder = {
  to: string;
  from: string;
  direction: Direction;
  program: Program;
  parentSid?: string;
  timeoutSeconds?: number;
  timeLimitSeconds?: number;
  statusHook?: Call["statusHook"];
  amd?: Call["amd"];
  record?: Call["record"];
};

/** Twilio's defaults: 60 s of ringing, calls end after 4 hours. */
const RING_SECONDS = 60;
const LONGEST_CALL_SECONDS = 4 * 3600;

/** Puts a call into the books. It does nothing yet. */
export function makeCall(world: World, order: CallOrder): Call {
  const now = world.clock.now();
  const call: Call = {
    sid: makeSid("CA"),
    parentSid: order.parentSid ?? null,
    to: order.to,
    from: order.from,
    direction: order.direction,
    program: order.program,
    nth: world.calls.countWith(farAddress(order)),
    farEnd: order.direction === "inbound" || world.endpoints.get(order.to) !== undefined ? "endpoint" : "public",
    attempt: attemptIn(order),
    status: order.direction === "inbound" ? "ringing" : "queued",
    createdAt: now,
    updatedAt: now,
    queueTimeMs: 0,
    answeredBy: null,
    sipCode: null,
    sequence: 0,
    fetches: 0,
    timeoutSeconds: order.timeoutSeconds ?? RING_SECONDS,
    timeLimitSeconds: order.timeLimitSeconds ?? LONGEST_CALL_SECONDS,
    life: new AbortController(),
    answered: makeAnswered(),
    joined: [],
    moments: [],
    custom: {},
    reach: () => {},
    ...(order.statusHook && { statusHook: order.statusHook }),
    ...(order.amd && { amd: order.amd }),
    ...(order.record && { record: order.record }),
  };
  call.moments.push({ at: now, status: call.status });
  world.calls.add(call);
  return call;
}

function makeAnswered(): PromiseWithResolversLike {
  let resolve: (answered: boolean) => void = () => {};
  const promise = new Promise<boolean>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** The application's own id for what it is trying, if it put one into an address that it gave. */
function attemptIn(order: CallOrder): string | null {
  const { program } = order;
  const addresses = [program.kind === "document" && program.source.kind === "url" ? program.source.url : "", order.statusHook?.url ?? ""];
  for (const address of addresses) {
    const attempt = URL.canParse(address) ? new URL(address).searchParams.get("attempt") : null;
    if (attempt) return attempt;
  }
  return null;
}
