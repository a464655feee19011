import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { LIVE_CHANNEL } from "../../../src/adapters/postgres/announcer.ts";
import { listen } from "../../../src/adapters/postgres/listen.ts";
import { aDoor } from "../../support/door.ts";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
type Told = { id: string; kind?: string; data?: unknown };

async function ear() {
  const told: Told[] = [];
  let gaps = 0;
  const listening = await listen({
    url: house.url,
    channel: LIVE_CHANNEL,
    applicationName: "test ear",
    onNotification: (payload) => told.push(JSON.parse(payload)),
    onGap: () => gaps++,
  });
  return { told, gaps: () => gaps, [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose]() };
}

describe("an announcement", () => {
  test("is heard with its id, and is stored", async () => {
    await using heard = await ear();
    await house.stores.announcer.announce({ kind: "attempt.closed", data: { attemptId: "a", disposition: "sold" } });
    await eventually(() => heard.told.length === 1);
    const id = await house.stores.liveEvents.latestId();
    const event = { id, kind: "attempt.closed", data: { attemptId: "a", disposition: "sold" } };
    expect(heard.told).toEqual([event]);
    expect(await house.stores.liveEvents.since("0")).toEqual([event]);
  });

  test("is heard when its transaction is committed, and never when it is not", async () => {
    await using heard = await ear();
    const failing = house.stores.transaction(async (stores) => {
      await stores.announcer.announce({ kind: "campaign.started", data: null });
      throw new Error("not started after all");
    });
    await expect(failing).rejects.toThrow();
    await house.stores.transaction((stores) => stores.announcer.announce({ kind: "campaign.paused", data: null }));
    await eventually(() => heard.told.length > 0);
    expect(heard.told.map(({ kind }) => kind)).toEqual(["campaign.paused"]);
  });

  test("too long to be carried is heard by its id, and read by it", async () => {
    await using heard = await ear();
    const data = { reasons: "ö".repeat(5_000) };
    await house.stores.announcer.announce({ kind: "list.refused", data });
    await eventually(() => heard.told.length === 1);
    const [{ id, kind } = { id: "0" }] = heard.told;
    expect(kind).toBeUndefined();
    expect(await house.stores.liveEvents.byId(id)).toEqual({ id, kind: "list.refused", data });
  });
});

describe("a listener whose connection was lost", () => {
  test("listens again by itself and says that there was a gap", async () => {
    await using heard = await ear();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test ear' and datname = current_database()`.execute(
      house.db,
    );
    await eventually(() => heard.gaps() === 1);
    await house.stores.announcer.announce({ kind: "agent.changed", data: null });
    await eventually(() => heard.told.length === 1);
  });
});

describe("a screen that resumes", () => {
  test("is given what came after the last event it saw, also what became visible late", async () => {
    const late = aDoor();
    const begun = aDoor();
    const slow = house.stores.transaction(async (stores) => {
      await stores.announcer.announce({ kind: "slow", data: null });
      begun.open();
      await late.opened;
    });
    await begun.opened;
    await house.stores.announcer.announce({ kind: "quick", data: null });
    const lastSeen = await house.stores.liveEvents.latestId();
    late.open();
    await slow;
    await house.stores.announcer.announce({ kind: "next", data: null });
    const kinds = (await house.stores.liveEvents.since(lastSeen)).map(({ kind }) => kind);
    expect(kinds).toEqual(["slow", "next"]);
  });

  test("finds its way forward however much happened in the last seconds", async () => {
    for (let count = 0; count < 20; count++) await house.stores.announcer.announce({ kind: `event ${count}`, data: null });
    const all = await house.stores.liveEvents.since("0");
    const page = await house.stores.liveEvents.since(all[14]?.id ?? "", 3);
    expect(page.slice(-3).map(({ kind }) => kind)).toEqual(["event 15", "event 16", "event 17"]);
  });

  test("is not given what has outlived its use", async () => {
    await house.stores.announcer.announce({ kind: "old", data: null });
    expect(await house.stores.liveEvents.forgetBefore(Date.now() + 60_000)).toBe(1);
    expect(await house.stores.liveEvents.since("0")).toEqual([]);
  });
});
