import { beforeEach, describe, expect, test } from "vitest";
import { type Instant, SECOND_MS } from "../../../campaigns/instant.ts";
import type { NewRow, Row } from "../../../src/adapters/postgres/schema.ts";
import type { AgentStore } from "../../../src/ports/agent-store.ts";
import { aCampaign, aContact, anAgent, anAttempt, anId, aUser } from "../../support/builders.ts";
import { heldOpen, somebodyWaits } from "../../support/locks.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const now: Instant = Date.UTC(2026, 10, 18, 15);
let agents: AgentStore;
beforeEach(() => {
  agents = house.stores.agents;
});

const waitingSince = (seconds: number, row: Partial<NewRow<"agents">> = {}): Promise<Row<"agents">> =>
  anAgent(house.db, { state_since: new Date(now - seconds * SECOND_MS), ...row });
const anyone = { skills: [], language: null };

describe("reserving an agent", () => {
  test("the one who has waited longest; of two who have waited as long, always the same", async () => {
    const [first, second] = [await waitingSince(9), await waitingSince(9)];
    await waitingSince(5);
    const reserved = [await agents.reserve(anId(), anyone, now), await agents.reserve(anId(), anyone, now)];
    expect(reserved.map((agent) => agent?.id)).toEqual([first.id, second.id]);
    expect(reserved[0]).toMatchObject({ state: "reserved", stateSince: now, name: "Ada Field" });
  });

  test("with all of the skills, and the language or none named", async () => {
    await waitingSince(9, { skills: ["sales"], languages: ["en"] });
    const fit = await waitingSince(5, { skills: ["sales", "loans"], languages: ["es", "en"] });
    const needs = { skills: ["loans", "sales"], language: "es" };
    expect((await agents.reserve(anId(), needs, now))?.id).toBe(fit.id);
    expect(await agents.reserve(anId(), needs, now)).toBeUndefined();
  });

  test("of a hundred who ask at once for eight agents, eight get one each", async () => {
    for (let made = 0; made < 8; made++) await waitingSince(made);
    const attemptIds = Array.from({ length: 100 }, () => anId());
    const reserved = (await Promise.all(attemptIds.map((id) => agents.reserve(id, anyone, now)))).filter((agent) => agent !== undefined);
    expect(new Set(reserved.map(({ id }) => id)).size).toBe(8);
    expect(reserved).toHaveLength(8);
    expect(new Set((await agents.all()).map(({ attemptId }) => attemptId)).size).toBe(8);
  });

  test("a row that is held by somebody else is passed by; if it is the last, it is waited for", async () => {
    const [first, second] = [await waitingSince(9), await waitingSince(5)];
    const held = heldOpen(house.db, (tx) => tx.agents.lock(first.id));
    await held.begun;
    expect((await agents.reserve(anId(), anyone, now))?.id).toBe(second.id);
    const last = agents.reserve(anId(), anyone, now);
    await somebodyWaits(house.db);
    held.open();
    await held.done;
    expect((await last)?.id).toBe(first.id);
  });

  test("one who goes on a break at that moment is not reserved", async () => {
    const agent = await waitingSince(9);
    const leaving = heldOpen(house.db, (tx) => tx.agents.change(agent.id, { state: "on-break", pauseReason: "lunch" }, now));
    await leaving.begun;
    const asked = agents.reserve(anId(), anyone, now);
    await somebodyWaits(house.db);
    leaving.open();
    await leaving.done;
    expect(await asked).toBeUndefined();
  });

  test("this very agent, if they are free", async () => {
    const agent = await waitingSince(9);
    expect(await agents.reserveThis(agent.id, anId(), now)).toMatchObject({ id: agent.id, state: "reserved" });
    expect(await agents.reserveThis(agent.id, anId(), now)).toBeUndefined();
  });
});

describe("what the database itself refuses", () => {
  test("an agent who is available without a line, reserved for nothing, or two for one attempt", async () => {
    const agent = await waitingSince(9);
    await expect(agents.change(agent.id, { lineState: "none" }, now)).rejects.toThrow(/check constraint/);
    await expect(agents.change(agent.id, { state: "talking" }, now)).rejects.toThrow(/check constraint/);
    const attemptId = anId();
    await agents.reserve(attemptId, anyone, now);
    await waitingSince(5);
    await expect(agents.reserve(attemptId, anyone, now)).rejects.toThrow(/unique/);
  });
});

describe("an agent's row", () => {
  test("is made once for a user, with a room of its own", async () => {
    const user = await aUser(house.db);
    await agents.ensure(user.id, "room-1");
    await agents.ensure(user.id, "room-2");
    expect(await agents.find(user.id)).toMatchObject({ state: "offline", lineState: "none", conferenceName: "room-1", skills: [] });
    expect(await agents.find(anId())).toBeUndefined();
  });

  test("the time in a state begins anew only when the state does change", async () => {
    const agent = await waitingSince(60);
    expect(await agents.change(agent.id, { state: "available", skills: ["sales"] }, now)).toMatchObject({
      stateSince: now - 60 * SECOND_MS,
      skills: ["sales"],
    });
    expect(await agents.change(agent.id, { state: "on-break", pauseReason: "lunch" }, now)).toMatchObject({
      stateSince: now,
      pauseReason: "lunch",
    });
    await expect(agents.change(anId(), { pauseReason: null }, now)).rejects.toThrow("found none");
  });
});

describe("who is to be looked after", () => {
  test("those whose attempt is over, is somebody else's or does not exist", async () => {
    const campaign = await aCampaign(house.db);
    const held = async (row: Partial<NewRow<"attempts">>, isTheirs = true) => {
      const agent = await anAgent(house.db);
      const attempt = await anAttempt(
        house.db,
        { campaign, contact: await aContact(house.db) },
        { agent_id: isTheirs ? agent.id : null, ...row },
      );
      await agents.reserveThis(agent.id, attempt.id, now);
      return agent.id;
    };
    await held({ state: "ringing" });
    const over = await held({ state: "closed", disposition: "busy", closed_at: new Date(now) });
    const notTheirs = await held({ state: "answered" }, false);
    const ghost = await anAgent(house.db, { state: "reserved", attempt_id: anId() });
    expect((await agents.heldByNothing()).map(({ id }) => id).toSorted((one, other) => one.localeCompare(other))).toEqual(
      [over, notTheirs, ghost.id].toSorted((one, other) => one.localeCompare(other)),
    );
  });

  test("lines that do not come up, and agents who take calls and are silent", async () => {
    const connecting = await anAgent(house.db, { state: "offline", line_state: "connecting", line_since: new Date(now - SECOND_MS) });
    await anAgent(house.db, { state: "offline", line_state: "connecting", line_since: new Date(now) });
    expect((await agents.staleLines(now - SECOND_MS)).map(({ id }) => id)).toEqual([connecting.id]);
    const silent = await anAgent(house.db, { last_seen_at: new Date(now - SECOND_MS) });
    await anAgent(house.db, { last_seen_at: new Date(now - SECOND_MS), state: "on-break" });
    await anAgent(house.db, { last_seen_at: new Date(now) });
    expect((await agents.silentSince(now - SECOND_MS)).map(({ id }) => id)).toEqual([silent.id]);
  });
});
