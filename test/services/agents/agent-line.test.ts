import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS, SECOND_MS } from "../../../campaigns/instant.ts";
import type { CallEvent } from "../../../campaigns/attempts/call-event.ts";
import type { Row } from "../../../src/adapters/postgres/schema.ts";
import { aCampaign, anAgent } from "../../support/builders.ts";
import {
  aConnectedCall,
  agentGone,
  agentOf,
  aPlacedCall,
  attemptOf,
  aWaitingAgent,
  type Floor,
  hangUp,
  makeFloor,
  pickUp,
} from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

const anOfflineAgent = (): Promise<Row<"agents">> =>
  anAgent(house.db, { state: "offline", line_state: "none", line_kind: null, line_address: null, line_call_id: null });
const cameIn = (agent: Row<"agents">, carrierCallId: string): CallEvent => ({
  kind: "agent-joined",
  agentId: agent.id,
  carrierCallId,
  conferenceId: "CF1",
  conferenceName: agent.conference_name,
});
/** A browser leg that the carrier has: it dials in, and sits in the agent's room once it was told to park. */
async function dialIn(agent: Row<"agents">, options: { isTold?: boolean } = {}): Promise<string> {
  const { carrierCallId } = floor.carrier.addCall({ to: agent.id, from: "", status: "answered" });
  const instruction = await floor.voiceDesk.agentDialedIn({ agentId: agent.id, carrierCallId });
  if (instruction.do !== "park-agent") throw new Error(`agent's leg: found ${instruction.do}, expected it to be parked`);
  floor.carrier.rooms.set(agent.conference_name, new Set([carrierCallId]));
  if (options.isTold !== false) await floor.tell(cameIn(agent, carrierCallId));
  return carrierCallId;
}

describe("a line in the browser", () => {
  test("comes up: token, dialed in, parked; then the agent takes calls", async () => {
    const agent = await anOfflineAgent();
    const answer = await floor.agentLine.request(agent.id, { kind: "client", address: null });
    expect(answer).toMatchObject({ ok: true, line: { kind: "client", identity: agent.id } });
    expect(await floor.changeState(agent.id, { state: "available", reason: null })).toEqual({ ok: false, reason: "line-not-parked" });
    const leg = await dialIn(agent);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "offline", line_state: "parked", line_call_id: leg });
    expect(await floor.changeState(agent.id, { state: "available", reason: null })).toMatchObject({ ok: true, from: "now" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
  });

  test("a leg that nobody asked for is hung up", async () => {
    const agent = await anOfflineAgent();
    expect(await floor.voiceDesk.agentDialedIn({ agentId: agent.id, carrierCallId: "CA7" })).toEqual({ do: "hang-up" });
  });

  test("the same leg asked about twice is one leg", async () => {
    const agent = await aWaitingAgent(floor);
    const leg = { agentId: agent.id, carrierCallId: agent.line_call_id as string };
    expect(await floor.voiceDesk.agentDialedIn(leg)).toMatchObject({ do: "park-agent", conferenceName: agent.conference_name });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", line_state: "parked" });
    expect(floor.carrier.deeds).toEqual([]);
  });

  test("a reloaded browser's new leg replaces the old one, which is ended first: its end would end the room", async () => {
    const agent = await aWaitingAgent(floor);
    const leg = await dialIn(agent, { isTold: false });
    expect(floor.carrier.deeds).toEqual([`hang up ${agent.line_call_id}`]);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "on-break", line_state: "connecting", line_call_id: leg });
    expect(await floor.tell(agentGone(agent))).toBe("ignored");
    expect(await floor.tell(cameIn(agent, agent.line_call_id as string))).toBe("another-call");
    expect(await floor.tell(cameIn(agent, leg))).toBe("moved");
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "parked" });
  });

  test("asking for a new line ends the one there was", async () => {
    const agent = await aWaitingAgent(floor);
    await floor.agentLine.request(agent.id, { kind: "client", address: null });
    expect(floor.carrier.deeds).toEqual([`hang up ${agent.line_call_id}`]);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "on-break", pause_reason: "line-lost", line_state: "connecting" });
  });

  test("the word that it is parked is lost: the carrier is asked and it is parked all the same", async () => {
    const agent = await anOfflineAgent();
    await floor.agentLine.request(agent.id, { kind: "client", address: null });
    await dialIn(agent, { isTold: false });
    await floor.reapAgents();
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "connecting" });
    floor.clock.advance(5 * SECOND_MS);
    await floor.reapAgents();
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "parked" });
  });

  test("one that never comes up is given up after a minute", async () => {
    const agent = await anOfflineAgent();
    await floor.agentLine.request(agent.id, { kind: "client", address: null });
    floor.clock.advance(MINUTE_MS);
    await floor.reapAgents();
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "none", state: "offline" });
  });

  test("is refused while a person is on the line", async () => {
    const call = await aConnectedCall(floor);
    expect(await floor.agentLine.request(call.agent.id, { kind: "client", address: null })).toMatchObject({
      ok: false,
      reason: "line-in-use",
    });
    expect(await floor.agentLine.drop(call.agent.id)).toEqual({ ok: false, reason: "line-in-use" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "talking", line_state: "parked" });
  });

  test("dropping it ends the leg; the agent takes no more calls", async () => {
    const agent = await aWaitingAgent(floor);
    expect(await floor.agentLine.drop(agent.id)).toEqual({ ok: true });
    expect(floor.carrier.deeds).toEqual([`hang up ${agent.line_call_id}`]);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "on-break", line_state: "none", line_call_id: null });
  });
});

describe("a line to a telephone", () => {
  const ring = (agent: Row<"agents">) => floor.agentLine.request(agent.id, { kind: "phone", address: "+12025550188" });

  test("is refused where the call would cost extra, before anything is changed or dialed", async () => {
    await aCampaign(house.db);
    const agent = await anOfflineAgent();
    for (const address of ["+19005550123", "+18005550123", "+870773111632", "+12025550", "+448712345678"])
      expect(await floor.agentLine.request(agent.id, { kind: "phone", address })).toMatchObject({ ok: false, reason: "invalid-address" });
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "none" });
    expect(floor.carrier.deeds).toEqual([]);
  });

  test("rings the agent, who presses 1 and is parked; it takes a slot like every call", async () => {
    await aCampaign(house.db);
    const agent = await anOfflineAgent();
    const before = (await floor.stores.carrierLimits.room()).linesLeft;
    expect(await ring(agent)).toEqual({ ok: true, line: { kind: "phone" } });
    expect((await floor.stores.carrierLimits.room()).linesLeft).toBe(before - 1);
    const leg = { agentId: agent.id, carrierCallId: "CA0001" };
    expect(await floor.voiceDesk.agentAnswered(leg)).toEqual({ do: "confirm-agent", agentId: agent.id });
    expect(await floor.voiceDesk.agentConfirmed({ ...leg, digits: "1" })).toMatchObject({ do: "park-agent" });
    await floor.tell(cameIn(agent, "CA0001"));
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "parked", line_call_id: "CA0001" });
  });

  test("another key, or none, as with a voicemail: not parked", async () => {
    await aCampaign(house.db);
    const agent = await anOfflineAgent();
    await ring(agent);
    expect(await floor.voiceDesk.agentConfirmed({ agentId: agent.id, carrierCallId: "CA0001", digits: "2" })).toEqual({ do: "hang-up" });
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "connecting" });
  });

  test("nobody picks up: there is no line", async () => {
    await aCampaign(house.db);
    const agent = await anOfflineAgent();
    await ring(agent);
    await floor.tell({ kind: "agent-line-progress", agentId: agent.id, carrierCallId: "CA0001", status: "no-answer" });
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "none" });
  });

  test("without a caller id, without a free line or when the carrier refuses: why, and no line", async () => {
    const agent = await anOfflineAgent();
    expect(await ring(agent)).toEqual({ ok: false, reason: "no-caller-id" });
    await aCampaign(house.db);
    floor.carrier.isAway = true;
    expect(await ring(agent)).toMatchObject({ ok: false, reason: "carrier-refused" });
    floor.carrier.isAway = false;
    await floor.stores.carrierLimits.configure({ callsPerSecond: 1_000, lines: 1 });
    await aPlacedCall(floor);
    expect(await ring(agent)).toEqual({ ok: false, reason: "no-slot" });
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "none" });
  });
});

describe("agents who are not there", () => {
  test("a line that is left up after the shift is ended, one that has just been parked is not", async () => {
    const agent = await aWaitingAgent(floor);
    await floor.changeState(agent.id, { state: "offline", reason: null });
    floor.clock.advance(MINUTE_MS);
    await floor.reapAgents();
    expect(floor.carrier.deeds).toEqual([]);
    floor.clock.advance(2 * MINUTE_MS);
    await floor.reapAgents();
    expect(floor.carrier.deeds).toEqual([`hang up ${agent.line_call_id}`]);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "offline", line_state: "none" });
  });

  test("a parked leg that has died without a word is found: the agent takes no more calls", async () => {
    const agent = await aWaitingAgent(floor);
    floor.carrier.setStatus(agent.line_call_id as string, "ended");
    floor.clock.advance(31 * SECOND_MS);
    await floor.reapAgents();
    expect(await agentOf(floor, agent)).toMatchObject({ state: "on-break", pause_reason: "line-lost", line_state: "none" });
  });

  test("one who was just given a person: the person goes to another", async () => {
    const agent = await aWaitingAgent(floor, { state_since: new Date(0) });
    floor.clock.advance(31 * SECOND_MS);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.carrier.setStatus(agent.line_call_id as string, "ended");
    await floor.reapAgents();
    expect(await attemptOf(floor, call)).toMatchObject({ state: "answered", agentId: null });
    const other = await aWaitingAgent(floor);
    expect(await pickUp(floor, call)).toMatchObject({ conferenceName: other.conference_name });
  });

  test("the carrier is away: nobody loses a line, and the rest of the round is done", async () => {
    const [first, second] = [await aWaitingAgent(floor), await aWaitingAgent(floor, { last_seen_at: new Date(floor.clock.now()) })];
    floor.carrier.isAway = true;
    floor.clock.advance(2 * MINUTE_MS);
    await floor.reapAgents();
    expect(await agentOf(floor, first)).toMatchObject({ state: "available", line_state: "parked" });
    expect(await agentOf(floor, second)).toMatchObject({ state: "on-break", pause_reason: "away" });
  });

  test("who was not heard of for a minute and a half takes no calls; who is talking is left alone", async () => {
    const seen = { last_seen_at: new Date(floor.clock.now()) };
    const silent = await aWaitingAgent(floor, seen);
    const unheard = await aWaitingAgent(floor);
    floor.clock.advance(89 * SECOND_MS);
    await floor.reapAgents();
    expect(await agentOf(floor, silent)).toMatchObject({ state: "available" });
    floor.clock.advance(SECOND_MS);
    expect(await floor.reapAgents()).toBe(1);
    expect(await agentOf(floor, silent)).toMatchObject({ state: "on-break", pause_reason: "away" });
    expect(await agentOf(floor, unheard)).toMatchObject({ state: "available" });
    expect(await floor.reapAgents()).toBe(0);
  });

  test("who is held by an attempt that is over, or by none that exists, is freed", async () => {
    const call = await aConnectedCall(floor);
    await hangUp(floor, call);
    await house.db
      .updateTable("attempts")
      .set({ state: "closed", disposition: "success", closed_at: new Date() })
      .where("id", "=", call.attemptId)
      .execute();
    const ghost = { state: "reserved" as const, attempt_id: "00000000-0000-7000-8000-000000000009" };
    const held = await aWaitingAgent(floor, ghost);
    expect(await floor.reapAgents()).toBe(2);
    for (const agent of [call.agent, held]) expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });
});

describe("an agent asks for a state", () => {
  test("available, on a break, offline: as the table of the rules says", async () => {
    const agent = await aWaitingAgent(floor);
    expect(await floor.changeState(agent.id, { state: "on-break", reason: "lunch" })).toMatchObject({
      ok: true,
      agent: { pauseReason: "lunch" },
    });
    expect(await floor.changeState(agent.id, { state: "available", reason: null })).toMatchObject({
      ok: true,
      agent: { pauseReason: null },
    });
    expect(await floor.changeState(agent.id, { state: "offline", reason: null })).toMatchObject({ ok: true, agent: { state: "offline" } });
    expect(await floor.changeState("00000000-0000-7000-8000-000000000001", { state: "offline", reason: null })).toMatchObject({
      ok: false,
    });
    expect(floor.jobQueue.ofName("pace-campaigns")).toHaveLength(3);
  });

  test("offline during a call: the call goes on, then the agent is offline", async () => {
    const call = await aConnectedCall(floor);
    expect(await floor.changeState(call.agent.id, { state: "offline", reason: null })).toMatchObject({ ok: true, from: "after-this-call" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "talking" });
    await hangUp(floor, call);
    await floor.disposeAttempt(call.agent.id, { attemptId: call.attemptId, disposition: "success", note: null, then: null });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "offline", attempt_id: null });
  });
});

describe("an agent with a call in hand", () => {
  test("holds the person and takes them back; hangs up, and the carrier's word does the rest", async () => {
    const call = await aConnectedCall(floor);
    expect(await floor.hold(call.agent.id, call.attemptId, { hold: true })).toEqual({ ok: true });
    expect(await floor.hold(call.agent.id, call.attemptId, { hold: false })).toEqual({ ok: true });
    expect(await floor.hangUp(call.agent.id, call.attemptId)).toEqual({ ok: true });
    const id = call.carrierCallId;
    expect(floor.carrier.deeds).toEqual([`hold ${id}`, `unhold ${id}`, `hang up ${id}`]);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected" });
    await hangUp(floor, call);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up" });
    expect(await floor.hangUp(call.agent.id, call.attemptId)).toEqual({ ok: false, reason: "no-call" });
  });

  test("may not touch another agent's call", async () => {
    const call = await aConnectedCall(floor);
    const other = await aWaitingAgent(floor);
    expect(await floor.hangUp(other.id, call.attemptId)).toEqual({ ok: false, reason: "not-your-attempt" });
    expect(await floor.hold(other.id, call.attemptId, { hold: true })).toEqual({ ok: false, reason: "not-your-attempt" });
    expect(floor.carrier.deeds).toEqual([]);
  });
});
