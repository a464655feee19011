/**
 * The real dialing services on a real database, with a carrier that does as it is told, a clock that is moved and
 * reminders that are kept. What the carrier tells us is told with `floor.tell`.
 */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { AttemptKind } from "../../campaigns/attempts/attempt.ts";
import type { CallEvent, CallStatus } from "../../campaigns/attempts/call-event.ts";
import type { CampaignSettings, CampaignState } from "../../campaigns/campaign.ts";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import type { Database, NewRow, Row } from "../../src/adapters/postgres/schema.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import type { JobName } from "../../src/jobs/catalog.ts";
import type { Attempt } from "../../src/ports/attempt-store.ts";
import type { JobQueue } from "../../src/ports/job-queue.ts";
import type { Pause } from "../../src/ports/pause.ts";
import type { Stores } from "../../src/ports/stores.ts";
import type { RawCarrierEvent } from "../../src/ports/voice-desk.ts";
import { makeApplyCarrierEvent } from "../../src/services/calls/apply-carrier-event.ts";
import { makeForbidCalls } from "../../src/services/consent/forbid-calls.ts";
import { makeForbidWithin } from "../../src/services/consent/withdraw-consent.ts";
import { type DialingDeps, makeDialing } from "../../src/services/dialing.ts";
import { aCampaign, aCampaignContact, aContact, anAgent, anAttempt, type BuiltContact, type ContactWish } from "./builders.ts";
import { type MovingClock, movingClock } from "./clock.ts";
import { countedIds } from "./ids.ts";
import { keptLog } from "./log.ts";
import { type ScriptedCarrier, scriptedCarrier } from "./scripted-carrier.ts";

export type KeptJobQueue = JobQueue & {
  reminders: { name: JobName; payload: unknown }[];
  isAway: boolean;
  ofName(name: JobName): unknown[];
};

/** Keeps reminders instead of running them. */
export function keptJobQueue(): KeptJobQueue {
  const reminders: KeptJobQueue["reminders"] = [];
  const keep = (name: JobName, payloads: readonly unknown[]): void => {
    if (queue.isAway) throw new Error("the job queue is away");
    reminders.push(...payloads.map((payload) => ({ name, payload })));
  };
  const queue: KeptJobQueue = {
    reminders,
    isAway: false,
    ofName: (name) => reminders.filter((reminder) => reminder.name === name).map(({ payload }) => payload),
    remind: async (name, payload) => keep(name, [payload]),
    remindAll: async (name, payloads) => keep(name, payloads),
  };
  return queue;
}

export const REQUEST_TIMEOUT_MS = 5_000;
export const UNKNOWN_DEADLINE_MS = 60_000;

export type Floor = ReturnType<typeof makeDialing> & {
  stores: Stores;
  db: Kysely<Database>;
  clock: MovingClock;
  carrier: ScriptedCarrier;
  jobQueue: KeptJobQueue;
  log: ReturnType<typeof keptLog>;
  deps: DialingDeps;
  forbidCalls: ReturnType<typeof makeForbidCalls>;
  /** Tells an event and applies it; returns what was done with it. The same key again is the same event: "repeated". */
  tell(event: CallEvent, key?: string): Promise<string>;
  /** Stores an event as a process does that is killed before it applies it. */
  store(event: CallEvent, key?: string): Promise<string | undefined>;
};

type FloorOptions = { pause?: Pause; callsPerSecond?: number; lines?: number; beside?: Floor };
let processes = 0;

/** `beside` another floor it is one more process: its own services and pool; the same carrier, clock and reminders. */
export async function makeFloor(db: Kysely<Database>, options: FloorOptions = {}): Promise<Floor> {
  const { beside } = options;
  const stores = makeStores(db);
  const clock = beside?.clock ?? movingClock();
  const carrier = beside?.carrier ?? scriptedCarrier(clock);
  const jobQueue = beside?.jobQueue ?? keptJobQueue();
  const log = beside?.log ?? keptLog();
  processes++;
  const ids = countedIds(processes % 128);
  // Moves the clock instead of waiting, and lets others have their turn.
  const movePause: Pause = async (ms) => {
    clock.advance(ms);
    await yieldToOthers();
  };
  const base = { stores, clock, ids, jobQueue, log, carrier, pause: options.pause ?? movePause };
  const limits = { requestTimeoutMs: REQUEST_TIMEOUT_MS, unknownDeadlineMs: UNKNOWN_DEADLINE_MS };
  const deps: DialingDeps = { ...base, ...limits, readEvent: readToldEvent, forbid: makeForbidWithin(base) };
  if (!beside) await stores.carrierLimits.configure({ callsPerSecond: options.callsPerSecond ?? 1_000, lines: options.lines ?? 100 });
  const dialing = makeDialing(deps);
  return { ...dialing, ...base, db, deps, forbidCalls: makeForbidCalls(base), ...telling(db, deps) };
}

/** One more process with connections of its own; dispose it. */
export async function anotherProcess(url: string, floor: Floor): Promise<Floor & AsyncDisposable> {
  const db = makeKysely(makePool({ url, applicationName: "another process", max: 8 }));
  const beside = await makeFloor(db, { beside: floor, pause: floor.deps.pause });
  return { ...beside, [Symbol.asyncDispose]: () => db.destroy() };
}

const readToldEvent = (event: RawCarrierEvent): CallEvent | undefined =>
  event.payload.event === undefined ? undefined : (JSON.parse(event.payload.event) as CallEvent);

function telling(db: Kysely<Database>, deps: DialingDeps): Pick<Floor, "tell" | "store"> {
  const { applyCarrierEvent } = makeApplyCarrierEvent(deps);
  let told = 0;
  const store: Floor["store"] = async (event, key) => {
    told++;
    const raw: RawCarrierEvent = {
      dedupeKey: key ?? `told ${process.pid} ${told}`,
      source: "call",
      attemptId: "attemptId" in event ? event.attemptId : null,
      agentId: "agentId" in event ? event.agentId : null,
      carrierCallId: "carrierCallId" in event ? event.carrierCallId : null,
      payload: { event: JSON.stringify(event) },
    };
    return (await deps.stores.carrierEvents.add(raw, deps.clock.now()))?.id;
  };
  return {
    store,
    async tell(event, key) {
      const id = await store(event, key);
      if (id === undefined) return "repeated";
      await applyCarrierEvent(id);
      const row = await db.selectFrom("carrier_events").select("outcome").where("id", "=", id).executeTakeFirstOrThrow();
      return row.outcome ?? "not applied";
    },
  };
}

export type CallWish = {
  settings?: Partial<CampaignSettings>;
  campaignState?: CampaignState;
  /** In place of a new campaign. */
  campaign?: Row<"campaigns">;
  contact?: ContactWish;
  kind?: AttemptKind;
  agentId?: string;
  attempt?: Partial<NewRow<"attempts">>;
};
export type ReservedCall = { campaign: Row<"campaigns">; contact: BuiltContact; attemptId: string };

/** A contact that was taken off the hopper and whose attempt is reserved. */
export async function aReservedCall(floor: Floor, wish: CallWish = {}): Promise<ReservedCall> {
  const campaign =
    wish.campaign ??
    (await aCampaign(floor.db, {
      ...(wish.settings ? { settings: wish.settings } : {}),
      ...(wish.campaignState ? { state: wish.campaignState } : {}),
    }));
  const contact = await aContact(floor.db, wish.contact);
  await aCampaignContact(floor.db, { campaign, contact }, { state: "in-attempt" });
  const row = { reserved_at: new Date(floor.clock.now()), kind: wish.kind ?? "list", agent_id: wish.agentId ?? null, ...wish.attempt };
  const attempt = await anAttempt(floor.db, { campaign, contact }, row);
  return { campaign, contact, attemptId: attempt.id };
}

export type PlacedCall = ReservedCall & { carrierCallId: string };

/** The same, and its call was placed: nothing has been heard of it yet. */
export async function aPlacedCall(floor: Floor, wish: CallWish = {}): Promise<PlacedCall> {
  const reserved = await aReservedCall(floor, wish);
  const outcome = await floor.placeCall(reserved.attemptId);
  if (outcome !== "released") throw new Error(`placed call: found ${outcome}, expected it to be released`);
  return { ...reserved, carrierCallId: floor.carrier.callOf(reserved.attemptId).carrierCallId };
}

/** An agent who is available on a parked line; the carrier has the leg in the agent's conference. */
export async function aWaitingAgent(floor: Floor, row: Partial<NewRow<"agents">> = {}): Promise<Row<"agents">> {
  const agent = await anAgent(floor.db, { state_since: new Date(floor.clock.now()), line_since: new Date(floor.clock.now()), ...row });
  if (agent.line_call_id) {
    floor.carrier.addCall({ carrierCallId: agent.line_call_id, to: `client:${agent.id}`, from: "", status: "answered" });
    floor.carrier.rooms.set(agent.conference_name, new Set([agent.line_call_id]));
  }
  return agent;
}

/** What the carrier does when the person picks up, and our instruction to it. */
export async function pickUp(floor: Floor, { attemptId, carrierCallId }: Pick<PlacedCall, "attemptId" | "carrierCallId">) {
  floor.carrier.setStatus(carrierCallId, "answered");
  const instruction = await floor.voiceDesk.answered({ attemptId, carrierCallId, answer: null });
  if (instruction.do === "join-agent") floor.carrier.rooms.get(instruction.conferenceName)?.add(carrierCallId);
  return instruction;
}

export type ConnectedCall = PlacedCall & { agent: Row<"agents"> };

/** A person and an agent who talk. */
export async function aConnectedCall(floor: Floor, wish: CallWish & { agent?: Partial<NewRow<"agents">> } = {}): Promise<ConnectedCall> {
  const agent = await aWaitingAgent(floor, wish.agent);
  const call = await aPlacedCall(floor, wish);
  await pickUp(floor, call);
  await floor.tell(joined(call, agent));
  return { ...call, agent };
}

type Call = Pick<PlacedCall, "attemptId" | "carrierCallId">;

export const progress = ({ attemptId, carrierCallId }: Call, status: CallStatus, disposition: string | null = null): CallEvent => ({
  kind: "call-progress",
  attemptId,
  carrierCallId,
  status,
  disposition,
  sipCode: null,
  errorCode: null,
});
const moving =
  (kind: "person-joined" | "person-left") =>
  ({ attemptId, carrierCallId }: Call, agent: Row<"agents">): CallEvent => ({
    kind,
    attemptId,
    carrierCallId,
    conferenceId: `CF of ${agent.id}`,
    conferenceName: agent.conference_name,
  });
export const joined = moving("person-joined");
export const left = moving("person-left");
export const agentGone = (agent: Row<"agents">): CallEvent => ({
  kind: "agent-left",
  agentId: agent.id,
  carrierCallId: agent.line_call_id ?? "",
  conferenceId: `CF of ${agent.id}`,
  conferenceName: agent.conference_name,
});

/** The call is over at the carrier, and the carrier says so. */
export async function hangUp(floor: Floor, call: Call, status: CallStatus = "ended", disposition = "hung-up"): Promise<string> {
  floor.carrier.setStatus(call.carrierCallId, status);
  return floor.tell(progress(call, status, disposition));
}

export async function attemptOf(floor: Floor, { attemptId }: { attemptId: string }): Promise<Attempt> {
  const attempt = await floor.stores.attempts.find(attemptId);
  if (!attempt) throw new Error(`attempt: found none with id ${attemptId}, expected one`);
  return attempt;
}

export const agentOf = (floor: Floor, { id }: { id: string }) =>
  floor.db.selectFrom("agents").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

export const contactOf = (floor: Floor, { campaign, contact }: Pick<ReservedCall, "campaign" | "contact">) =>
  floor.db
    .selectFrom("campaign_contacts")
    .selectAll()
    .where("campaign_id", "=", campaign.id)
    .where("contact_id", "=", contact.id)
    .executeTakeFirstOrThrow();
