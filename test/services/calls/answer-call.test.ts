import { beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { VoiceInstruction } from "../../../src/ports/voice-desk.ts";
import { aCampaign } from "../../support/builders.ts";
import {
  agentGone,
  agentOf,
  anotherProcess,
  aPlacedCall,
  aReservedCall,
  attemptOf,
  aWaitingAgent,
  type Floor,
  hangUp,
  joined,
  makeFloor,
  type PlacedCall,
  pickUp,
} from "../../support/dialing.ts";
import { heldOpen, somebodyWaits } from "../../support/locks.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

const at = (seconds: number): Date => new Date(floor.clock.now() + seconds * SECOND_MS);
const roomOf = (instruction: VoiceInstruction): string => (instruction.do === "join-agent" ? instruction.conferenceName : instruction.do);
const ask = (call: PlacedCall) => floor.voiceDesk.stillWaiting(call);

describe("a person answers", () => {
  test("they are moved to the agent who has waited longest", async () => {
    await aWaitingAgent(floor, { state_since: at(-10) });
    const longest = await aWaitingAgent(floor, { state_since: at(-30) });
    await aWaitingAgent(floor, { state_since: at(-20) });
    const call = await aPlacedCall(floor);
    const instruction = await pickUp(floor, call);
    expect(instruction).toEqual({ do: "join-agent", attemptId: call.attemptId, conferenceName: longest.conference_name });
    expect(await agentOf(floor, longest)).toMatchObject({ state: "reserved", attempt_id: call.attemptId });
    expect(await attemptOf(floor, call)).toMatchObject({ state: "answered", agentId: longest.id, agentReservedAt: floor.clock.now() });
  });

  test("the agent has every skill that the campaign asks for", async () => {
    await aWaitingAgent(floor, { state_since: at(-30), skills: ["sales"] });
    const skilled = await aWaitingAgent(floor, { skills: ["sales", "loans", "chess"] });
    const call = await aPlacedCall(floor, { settings: { requiredSkills: ["loans", "sales"] } });
    expect(roomOf(await pickUp(floor, call))).toBe(skilled.conference_name);
  });

  test("the agent speaks the contact's language, or has named none", async () => {
    await aWaitingAgent(floor, { state_since: at(-30), languages: ["en"] });
    const spanish = await aWaitingAgent(floor, { state_since: at(-20), languages: ["en", "es"] });
    const any = await aWaitingAgent(floor, { state_since: at(-10), languages: [] });
    const call = await aPlacedCall(floor, { contact: { language: "es" } });
    expect(roomOf(await pickUp(floor, call))).toBe(spanish.conference_name);
    const next = await aPlacedCall(floor, { contact: { language: "fi" } });
    expect(roomOf(await pickUp(floor, next))).toBe(any.conference_name);
  });

  test("agents on a break, without a line or with a call in hand are left alone", async () => {
    await aWaitingAgent(floor, { state: "on-break" });
    await aWaitingAgent(floor, { state: "offline", line_state: "none", line_call_id: null });
    await aWaitingAgent(floor, { state: "on-break", line_state: "connecting" });
    const call = await aPlacedCall(floor);
    expect(await pickUp(floor, call)).toEqual({ do: "wait", attemptId: call.attemptId, seconds: 1 });
  });

  test("the same question twice gets the same agent", async () => {
    await aWaitingAgent(floor);
    await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    const first = await pickUp(floor, call);
    expect(await pickUp(floor, call)).toEqual(first);
    expect(await ask(call)).toEqual(first);
    expect(await floor.voiceDesk.failed({ ...call, errorCode: "11200" })).toEqual(first);
    const agents = await floor.stores.agents.all();
    expect(agents.filter((agent) => agent.state === "reserved")).toHaveLength(1);
  });

  test("the same question while they talk gives the same room", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    const first = await pickUp(floor, call);
    await floor.tell(joined(call, agent));
    expect(await pickUp(floor, call)).toEqual(first);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected" });
  });
});

describe("many answers at once (invariant 4)", () => {
  test("twenty people who answer at once, in two processes, get five agents: each agent one person", async () => {
    await using second = await anotherProcess(house.url, floor);
    for (let made = 0; made < 5; made++) await aWaitingAgent(floor);
    const campaign = await aCampaign(house.db);
    const calls: PlacedCall[] = [];
    for (let made = 0; made < 20; made++) calls.push(await aPlacedCall(floor, { campaign }));
    const instructions = await Promise.all(calls.map((call, index) => pickUp(index % 2 === 0 ? floor : second, call)));
    const rooms = instructions.filter((instruction) => instruction.do === "join-agent").map(roomOf);
    expect(rooms).toHaveLength(5);
    expect(new Set(rooms).size).toBe(5);
    expect(instructions.filter((instruction) => instruction.do === "wait")).toHaveLength(15);
  });

  test("one answer asked about five times at once gets one agent", async () => {
    for (let made = 0; made < 3; made++) await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    const rooms = await Promise.all(Array.from({ length: 5 }, () => pickUp(floor, call)));
    expect(new Set(rooms.map(roomOf)).size).toBe(1);
    expect((await floor.stores.agents.all()).filter((agent) => agent.state === "reserved")).toHaveLength(1);
  });

  test("an agent whose row is being written at that moment is free all the same", async () => {
    await using second = await anotherProcess(house.url, floor);
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor, { settings: { connectWithinSeconds: 0 } });
    const heard = heldOpen(second.db, (tx) => tx.desks.heardOf([agent.id], floor.clock.now()));
    await heard.begun;
    const answering = pickUp(floor, call);
    await somebodyWaits(house.db);
    heard.open();
    await heard.done;
    expect(roomOf(await answering)).toBe(agent.conference_name);
  });
});

describe("nobody is free", () => {
  test("the person waits a second at a time, then hears the message within the campaign's limit", async () => {
    const call = await aPlacedCall(floor, {
      settings: { connectWithinSeconds: 2, abandonMessage: "Sorry.", abandonMessageLanguage: "en-GB" },
    });
    expect(await pickUp(floor, call)).toMatchObject({ do: "wait", seconds: 1 });
    floor.clock.advance(SECOND_MS);
    expect(await ask(call)).toMatchObject({ do: "wait" });
    floor.clock.advance(SECOND_MS);
    const message = { do: "say-and-hang-up", message: "Sorry.", language: "en-GB" };
    expect(await ask(call)).toEqual(message);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "abandoned" });
    expect(await ask(call)).toEqual(message);
    await hangUp(floor, call);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "abandoned" });
  });

  test("an agent who comes free during the wait gets the person", async () => {
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.clock.advance(SECOND_MS);
    const agent = await aWaitingAgent(floor);
    expect(roomOf(await ask(call))).toBe(agent.conference_name);
  });

  test("with a limit of no seconds the message comes at once", async () => {
    const call = await aPlacedCall(floor, { settings: { connectWithinSeconds: 0 } });
    expect(await pickUp(floor, call)).toMatchObject({ do: "say-and-hang-up" });
  });

  test("an agent who comes free after the message is not given to somebody who hears it", async () => {
    const call = await aPlacedCall(floor, { settings: { connectWithinSeconds: 0 } });
    await pickUp(floor, call);
    const agent = await aWaitingAgent(floor);
    expect(await ask(call)).toMatchObject({ do: "say-and-hang-up" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
  });
});

describe("calls that nobody waits for are hung up", () => {
  test("an attempt that does not exist", async () => {
    const stranger = { attemptId: "00000000-0000-7000-8000-000000000001", carrierCallId: "CA9999", answer: null };
    expect(await floor.voiceDesk.answered(stranger)).toEqual({ do: "hang-up" });
  });

  test("an attempt that was never released, and one that is over", async () => {
    await aWaitingAgent(floor);
    const reserved = await aReservedCall(floor);
    expect(await floor.voiceDesk.answered({ ...reserved, carrierCallId: "CA9999", answer: null })).toEqual({ do: "hang-up" });
    const call = await aPlacedCall(floor);
    await hangUp(floor, call, "busy", "busy");
    expect(await floor.voiceDesk.answered({ ...call, answer: null })).toEqual({ do: "hang-up" });
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "busy" });
  });

  test("a second call of one attempt, and the operator is told", async () => {
    await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    expect(await floor.voiceDesk.answered({ ...call, carrierCallId: "CA9999", answer: null })).toEqual({ do: "hang-up" });
    expect(floor.log.lines.filter((line) => line.level === "error")).toHaveLength(1);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "dialing", carrierCallId: call.carrierCallId });
  });

  test("a machine whose verdict came before an agent was found", async () => {
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    await floor.tell({ kind: "answer-detected", ...call, answer: "machine" });
    const agent = await aWaitingAgent(floor);
    expect(await ask(call)).toEqual({ do: "hang-up" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
  });
});

describe("an answer to a call that the carrier never confirmed", () => {
  test("binds the call and goes to an agent", async () => {
    const agent = await aWaitingAgent(floor);
    floor.carrier.next.push("lost-answer");
    const call = await aPlacedCall(floor);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "unknown", carrierCallId: null });
    expect(roomOf(await pickUp(floor, call))).toBe(agent.conference_name);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "answered", carrierCallId: call.carrierCallId });
  });
});

describe("the agent is lost before the person is in", () => {
  test("the person goes to another agent, and the first is not available", async () => {
    const first = await aWaitingAgent(floor, { state_since: at(-30) });
    const second = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    expect(roomOf(await pickUp(floor, call))).toBe(first.conference_name);
    await floor.tell(agentGone(first));
    expect(await agentOf(floor, first)).toMatchObject({ state: "on-break", pause_reason: "line-lost", attempt_id: null });
    expect(roomOf(await ask(call))).toBe(second.conference_name);
  });

  test("a preview agent whose line went while it rang: the person does not land in an empty room", async () => {
    const preview = await aWaitingAgent(floor);
    const other = await aWaitingAgent(floor);
    const reserved = await aReservedCall(floor, { kind: "preview", agentId: preview.id });
    await floor.stores.agents.reserveThis(preview.id, reserved.attemptId, floor.clock.now());
    await floor.placeCall(reserved.attemptId);
    await floor.tell(agentGone(preview));
    const call = { ...reserved, carrierCallId: floor.carrier.callOf(reserved.attemptId).carrierCallId };
    expect(roomOf(await pickUp(floor, call))).toBe(other.conference_name);
    expect(await agentOf(floor, preview)).toMatchObject({ state: "on-break", attempt_id: null });
  });
});

describe("the person is out of the agent's room", () => {
  test("the agent's leg went before they spoke: another agent", async () => {
    const first = await aWaitingAgent(floor, { state_since: at(-30) });
    const second = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.carrier.setStatus(first.line_call_id as string, "ended");
    expect(roomOf(await floor.voiceDesk.personLeft(call))).toBe(second.conference_name);
  });

  test("the person hung up and the word of their joining was lost: the agent keeps the line", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    await floor.voiceDesk.personLeft(call);
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "parked", state: "reserved" });
    await hangUp(floor, call);
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "parked", state: "available", attempt_id: null });
  });

  test("the carrier cannot be asked: nothing is taken from the agent", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.carrier.isAway = true;
    expect(roomOf(await floor.voiceDesk.personLeft(call))).toBe(agent.conference_name);
    expect(await agentOf(floor, agent)).toMatchObject({ line_state: "parked" });
  });

  test("the agent's leg went while they talked: a word of apology", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    await floor.tell(joined(call, agent));
    expect(await floor.voiceDesk.personLeft(call)).toMatchObject({ do: "say-and-hang-up" });
  });

  test("a stranger's call, or one that is over, is hung up", async () => {
    const call = await aPlacedCall(floor);
    expect(await floor.voiceDesk.personLeft({ ...call, carrierCallId: "CA9999" })).toEqual({ do: "hang-up" });
    await hangUp(floor, call);
    expect(await floor.voiceDesk.personLeft(call)).toEqual({ do: "hang-up" });
  });
});
