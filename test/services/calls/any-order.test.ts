/**
 * A carrier may tell things late, twice, in any order or not at all, and processes may die in between. Here two calls
 * and two agents meet all of that at random; what really happens at the carrier is kept apart from what is told of it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CallEvent, type CallStatus, isTerminal } from "../../../campaigns/attempts/call-event.ts";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Row } from "../../../src/adapters/postgres/schema.ts";
import { aCampaign } from "../../support/builders.ts";
import {
  agentGone,
  agentOf,
  aReservedCall,
  attemptOf,
  aWaitingAgent,
  contactOf,
  type Floor,
  joined,
  left,
  makeFloor,
  progress,
  type ReservedCall,
} from "../../support/dialing.ts";
import type { ScriptedCall } from "../../support/scripted-carrier.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();

type Which = 0 | 1;
type Step =
  | { do: "pick-up"; call: Which }
  | { do: "person-left"; call: Which }
  | { do: "end"; call: Which; status: CallStatus }
  | { do: "machine"; call: Which }
  | { do: "lose-agent"; agent: Which }
  | { do: "dispose"; agent: Which }
  | { do: "tell" | "store"; pick: number }
  | { do: "advance"; ms: number }
  | { do: "reap" | "reap-agents" | "reconcile" | "sweep" | "left-over" | "carrier-away" | "carrier-back" };

const which = fc.constantFrom<Which>(0, 1);
const ends = fc.constantFrom<CallStatus>("ended", "busy", "no-answer", "failed", "cancelled");
const steps = fc.array(
  fc.oneof(
    { weight: 7, arbitrary: fc.record({ do: fc.constant("pick-up" as const), call: which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("person-left" as const), call: which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("end" as const), call: which, status: ends }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("machine" as const), call: which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("lose-agent" as const), agent: which }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("dispose" as const), agent: which }) },
    { weight: 14, arbitrary: fc.record({ do: fc.constantFrom("tell" as const, "tell" as const, "store" as const), pick: fc.nat(30) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("advance" as const), ms: fc.constantFrom(500, 1_000, 3_000, 8_000, 25_000) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          "reap" as const,
          "reap" as const,
          "reap-agents" as const,
          "reconcile" as const,
          "sweep" as const,
          "left-over" as const,
          "carrier-away" as const,
          "carrier-back" as const,
        ),
      }),
    },
  ),
  { minLength: 15, maxLength: 45 },
);
const answers = fc.constantFrom(
  "placed" as const,
  "placed" as const,
  "placed" as const,
  "placed" as const,
  "lost-answer" as const,
  "lost-request" as const,
  "queued" as const,
);
const scenario = fc.record({ first: answers, second: answers, steps });

/** What has really happened and may be told, any number of times. */
type World = { floor: Floor; calls: ReservedCall[]; agents: Row<"agents">[]; truths: { key: string; event: CallEvent }[] };

async function makeWorld(): Promise<World> {
  await house.empty();
  const floor = await makeFloor(house.db);
  const campaign = await aCampaign(house.db);
  const calls = [await aReservedCall(floor, { campaign }), await aReservedCall(floor, { campaign })];
  const agents = [await aWaitingAgent(floor), await aWaitingAgent(floor)];
  return { floor, calls, agents, truths: [] };
}

/** The carrier's call of an attempt, if it placed one. */
function callAt(world: World, index: Which): (ScriptedCall & { attemptId: string }) | undefined {
  const attemptId = world.calls[index]?.attemptId ?? "";
  const call = [...world.floor.carrier.calls.values()].find((one) => one.attemptId === attemptId);
  return call && { ...call, attemptId };
}

/** Takes a person out of whatever room they are in; that is something to tell. */
function leaveRoom(world: World, call: { attemptId: string; carrierCallId: string }): void {
  for (const agent of world.agents)
    if (world.floor.carrier.rooms.get(agent.conference_name)?.delete(call.carrierCallId)) happened(world, left(call, agent));
}
const happened = (world: World, event: CallEvent): void => {
  world.truths.push({ key: `truth ${world.truths.length}`, event });
};

async function place(world: World, index: Which, answer: "placed" | "lost-answer" | "lost-request" | "queued"): Promise<void> {
  world.floor.carrier.next.push(answer === "queued" ? { queuedMs: 2_000 } : answer);
  const { attemptId } = world.calls[index] as ReservedCall;
  await Promise.all([world.floor.placeCall(attemptId), world.floor.placeCall(attemptId)]);
  const call = callAt(world, index);
  if (!call) return;
  for (const status of ["dialing", "ringing"] as const) happened(world, progress(call, status));
}

function end(world: World, index: Which, status: CallStatus): void {
  const call = callAt(world, index);
  if (!call || isTerminal(call.status)) return;
  const truth = call.status === "answered" ? "ended" : status;
  leaveRoom(world, call);
  world.floor.carrier.setStatus(call.carrierCallId, truth);
  happened(world, progress(call, truth, truth === "ended" ? "hung-up" : truth));
}

/** The person follows an instruction as a carrier would. */
async function pickUp(world: World, index: Which, asks: "answered" | "personLeft"): Promise<void> {
  const call = callAt(world, index);
  if (!call || isTerminal(call.status) || (asks === "personLeft" && call.status !== "answered")) return;
  if (asks === "personLeft") leaveRoom(world, call);
  world.floor.carrier.setStatus(call.carrierCallId, "answered");
  happened(world, progress(call, "answered"));
  const desk = world.floor.voiceDesk;
  const instruction = asks === "answered" ? await desk.answered({ ...call, answer: null }) : await desk.personLeft(call);
  if (instruction.do === "hang-up" || instruction.do === "say-and-hang-up") end(world, index, "ended");
  if (instruction.do !== "join-agent") return;
  const agent = world.agents.find((one) => one.conference_name === instruction.conferenceName) as Row<"agents">;
  world.floor.carrier.rooms.get(agent.conference_name)?.add(call.carrierCallId);
  happened(world, joined(call, agent));
}

/** The agent's leg ends; with it ends the conference, and whoever was in it is out. */
function loseAgent(world: World, index: Which): void {
  const agent = world.agents[index] as Row<"agents">;
  world.floor.carrier.setStatus(agent.line_call_id as string, "ended");
  happened(world, agentGone(agent));
  for (const other of [0, 1] as const) {
    const call = callAt(world, other);
    if (call && world.floor.carrier.rooms.get(agent.conference_name)?.has(call.carrierCallId)) leaveRoom(world, call);
  }
}

const ROUNDS: Partial<Record<Step["do"], (floor: Floor) => Promise<unknown>>> = {
  reap: (floor) => floor.reapAttempts(),
  "reap-agents": (floor) => floor.reapAgents(),
  reconcile: (floor) => floor.reconcileAttempts(),
  sweep: (floor) => floor.sweep(),
  "left-over": (floor) => floor.applyLeftOverEvents(),
  "carrier-away": async (floor) => {
    floor.carrier.isAway = true;
  },
  "carrier-back": async (floor) => {
    floor.carrier.isAway = false;
  },
};

async function take(world: World, step: Step): Promise<void> {
  const { floor } = world;
  switch (step.do) {
    case "pick-up":
      return pickUp(world, step.call, "answered");
    case "person-left":
      return pickUp(world, step.call, "personLeft");
    case "end":
      return end(world, step.call, step.status);
    case "machine": {
      const call = callAt(world, step.call);
      if (call?.status === "answered") happened(world, { kind: "answer-detected", ...call, answer: "machine" });
      return;
    }
    case "lose-agent":
      return loseAgent(world, step.agent);
    case "dispose": {
      const agent = world.agents[step.agent] as Row<"agents">;
      const { attempt_id: attemptId } = await agentOf(floor, agent);
      if (attemptId) await floor.disposeAttempt(agent.id, { attemptId, disposition: "success", note: null, then: null });
      return;
    }
    case "tell":
    case "store": {
      const truth = world.truths[step.pick % Math.max(1, world.truths.length)];
      // A verdict is followed by a hang-up, which fails while the carrier is away; the event is applied all the same.
      if (truth) await floor[step.do](truth.event, step.pick % 3 === 0 ? undefined : truth.key).catch(() => undefined);
      return;
    }
    case "advance":
      floor.clock.advance(step.ms);
      return;
    default:
      await ROUNDS[step.do]?.(floor);
  }
}

/** Nothing more is told: the rounds alone must bring everything to an end. */
async function letRoundsEndIt(world: World): Promise<void> {
  const { floor } = world;
  floor.carrier.isAway = false;
  for (const index of [0, 1] as const) end(world, index, "no-answer");
  for (let round = 0; round < 12; round++) {
    floor.clock.advance(25 * SECOND_MS);
    for (const next of ["left-over", "reap", "reconcile", "reap-agents", "sweep"] as const) await ROUNDS[next]?.(floor);
    for (const index of [0, 1] as const) end(world, index, "ended");
  }
}

/** At the carrier itself, whatever our rows say. */
function expectOnePersonARoom({ floor, agents }: World): void {
  for (const agent of agents) {
    const persons = [...(floor.carrier.rooms.get(agent.conference_name) ?? [])].filter((callId) => callId !== agent.line_call_id);
    expect(persons.length).toBeLessThanOrEqual(1);
  }
}

async function expectEverythingEnded(world: World): Promise<void> {
  const { floor, calls, agents } = world;
  for (const call of calls) {
    expect(floor.carrier.orders.filter((order) => order.attemptId === call.attemptId).length).toBeLessThanOrEqual(1);
    const attempt = await attemptOf(floor, call);
    expect(["closed", "released"]).toContain(attempt.state);
    expect(attempt.disposition).not.toBeNull();
    const contact = await contactOf(floor, call);
    expect(["ready", "finished"]).toContain(contact.state);
    expect(contact.attempt_count).toBe(attempt.state === "closed" ? 1 : 0);
  }
  for (const agent of agents) {
    const now = await agentOf(floor, agent);
    expect(["available", "on-break"]).toContain(now.state);
    expect(now).toMatchObject({ attempt_id: null, wrap_up_until: null });
  }
}

test("whatever is told late, twice, out of order or never: one call, one disposition, every agent free, no contact stuck (invariants 2, 3, 4)", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ first, second, steps: path }) => {
      const world = await makeWorld();
      await place(world, 0, first);
      await place(world, 1, second);
      for (const step of path) {
        await take(world, step);
        expectOnePersonARoom(world);
      }
      await letRoundsEndIt(world);
      await expectEverythingEnded(world);
    }),
    { numRuns: Number(process.env.CALLKEEPER_TEST_RUNS ?? 15), interruptAfterTimeLimit: 50_000, markInterruptAsFailure: false },
  );
}, 120_000);
