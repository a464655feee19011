import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";
import { aListener, type Listener } from "./listener.ts";

const database = useTestDatabase();
const house = useHouse(database);
const opened: Listener[] = [];
const open = async (options: Parameters<typeof aListener>[1]): Promise<Listener> => {
  const listener = await aListener(house.url, options);
  opened.push(listener);
  return listener;
};
afterEach(async () => {
  for (const listener of opened.splice(0)) await listener[Symbol.asyncDispose]();
});

const announce = (kind: string, data: Record<string, unknown>) => database.stores.announcer.announce({ kind, data });
const lastId = async (): Promise<string> => {
  const { rows } = await database.pool.query<{ id: string }>("select max(id)::text as id from live_events");
  return rows[0]?.id ?? "0";
};

describe("a screen that listens", () => {
  it("hears what happens as it happens, with an id each", async () => {
    const browser = await house.signedIn("supervisor");
    const screen = await open({ cookie: browser.cookie() });
    await eventually(() => screen.heard.some(({ event }) => event === "ready"));
    await announce("agent.changed", { agentId: "a", state: "available" });
    await screen.until(1);
    expect(screen.status).toBe(200);
    expect(screen.heard.at(-1)).toEqual({ id: await lastId(), event: "agent.changed", data: { agentId: "a", state: "available" } });
  });

  it("hears of a campaign that was started through the API, once it is committed", async () => {
    const browser = await house.signedIn("marketer");
    const screen = await open({ cookie: browser.cookie() });
    const { json } = await browser.post("/v1/campaigns", { name: "Renewals", settings: { callerIds: ["+12025550199"] } });
    await browser.post(`/v1/campaigns/${json.id}/start`);
    await screen.until(2);
    expect(screen.heard.slice(-2).map(({ event, data }) => [event, data.campaignId, data.state])).toEqual([
      ["campaign.changed", json.id, "draft"],
      ["campaign.changed", json.id, "running"],
    ]);
  });

  it("hears an event too long for a notification all the same", async () => {
    const browser = await house.signedIn("supervisor");
    const screen = await open({ cookie: browser.cookie() });
    await announce("list.changed", { listId: "x".repeat(9_000) });
    await screen.until(1);
    expect(screen.heard.at(-1)?.data.listId).toHaveLength(9_000);
  });

  it("is not left open when only its head was asked for", async () => {
    const browser = await house.signedIn("supervisor");
    expect((await browser.request("HEAD", "/v1/live")).status).toBe(200);
  });

  it("hears nothing of what was rolled back", async () => {
    const browser = await house.signedIn("supervisor");
    const screen = await open({ cookie: browser.cookie() });
    await database.stores
      .transaction(async (tx) => {
        await tx.announcer.announce({ kind: "agent.changed", data: { agentId: "rolled-back" } });
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    await announce("agent.changed", { agentId: "kept" });
    await screen.until(1);
    expect(screen.heard.filter(({ event }) => event === "agent.changed").map(({ data }) => data.agentId)).toEqual(["kept"]);
  });
});

describe("a screen that comes back", () => {
  it("goes on where it was, from memory", async () => {
    const { key } = await house.apiKey("supervisor");
    const first = await open({ key });
    for (const agentId of ["a", "b", "c"]) await announce("agent.changed", { agentId });
    await first.until(3);
    const [seen] = first.ids();
    const second = await open({ key, lastEventId: seen ?? "" });
    await second.until(2);
    expect(second.ids()).toEqual(first.ids().slice(1));
  });

  it("misses nothing that happened before it heard of anything", async () => {
    const { key } = await house.apiKey("supervisor");
    const first = await open({ key });
    await eventually(() => first.heard.length === 1);
    const ready = first.heard[0]?.id ?? "";
    await first[Symbol.asyncDispose]();
    await announce("agent.changed", { agentId: "meanwhile" });
    const second = await open({ key, lastEventId: ready });
    await second.until(1);
    expect(second.heard.at(-1)?.data.agentId).toBe("meanwhile");
  });

  it("gets from the database what this process has not heard, and once more what was committed late", async () => {
    const { key } = await house.apiKey("supervisor");
    // Written by another process while this one did not listen: no notification.
    await sql`insert into live_events (kind, data) select 'agent.changed', json_build_object('agentId', 'n' || n) from generate_series(1, 4) as n`.execute(
      database.db,
    );
    const newest = Number(await lastId());
    const screen = await open({ key, lastEventId: String(newest - 1) });
    await screen.until(3);
    // The one after it, and those just before it, whose transactions may have been committed later.
    expect(screen.ids()).toContain(String(newest));
    expect(screen.ids()).toContain(String(newest - 2));
    expect(screen.ids()).not.toContain(String(newest - 1));
  });

  it("is told to load again when its last id is too old to be kept", async () => {
    const { key } = await house.apiKey("supervisor");
    const { rows } = await database.pool.query<{ id: string }>(
      "insert into live_events (kind, data) values ('agent.changed', '{}') returning id::text",
    );
    await database.pool.query("delete from live_events");
    await announce("agent.changed", { agentId: "a" });
    const screen = await open({ key, lastEventId: rows[0]?.id ?? "" });
    await eventually(() => screen.heard.some(({ event }) => event === "reset"));
  });

  it("is told to load again when its last id is none of ours", async () => {
    const { key } = await house.apiKey("supervisor");
    const screen = await open({ key, lastEventId: "first" });
    await eventually(() => screen.heard.some(({ event }) => event === "reset"));
  });
});

describe("an agent's screen", () => {
  it("hears of campaigns, of the agent and of the agent's own attempts, and of nobody else", async () => {
    const agent = await house.signedIn("agent");
    const screen = await open({ cookie: agent.cookie() });
    await announce("agent.changed", { agentId: "somebody-else" });
    await announce("attempt.changed", { attemptId: "1", agentId: "somebody-else" });
    await announce("attempt.changed", { attemptId: "2", agentId: null });
    await announce("do-not-call.changed", { entryId: "3" });
    await announce("list.changed", { listId: "4" });
    await announce("agent.changed", { agentId: agent.userId });
    await announce("attempt.changed", { attemptId: "5", agentId: agent.userId });
    await announce("campaign.changed", { campaignId: "6" });
    await screen.until(3);
    expect(screen.heard.slice(1).map(({ event }) => event)).toEqual(["agent.changed", "attempt.changed", "campaign.changed"]);
    expect(screen.text()).not.toContain("somebody-else");
  });
});

describe("many screens", () => {
  it("cost the database no more than one", async () => {
    const { key } = await house.apiKey("supervisor");
    const queriesFor = async (agentIds: readonly string[], screens: readonly Listener[]): Promise<number> => {
      const before = house.queries();
      const heardBefore = screens.map((screen) => screen.ids().length);
      for (const agentId of agentIds) await announce("agent.changed", { agentId });
      for (const [index, screen] of screens.entries()) await screen.until((heardBefore[index] ?? 0) + agentIds.length);
      return house.queries() - before;
    };
    const one = [await open({ key })];
    const forOne = await queriesFor(["a", "b", "c"], one);
    const hundred = [...one, ...(await Promise.all(Array.from({ length: 99 }, () => open({ key }))))];
    const forHundred = await queriesFor(["d", "e", "f"], hundred);
    // Each announcement is a query of its own; hearing of it is none.
    expect(forOne).toBe(3);
    expect(forHundred).toBe(forOne);
    expect((await house.browser().get("/metrics", { authorization: `Bearer ${key}` })).text).toContain("callkeeper_live_listeners 100");
  });

  it("are not held up by one that does not read: it is dropped, and may come back", async () => {
    const { key } = await house.apiKey("supervisor");
    const slow = await open({ key });
    const quick = await open({ key });
    slow.stopReading();
    const data = { listId: "x".repeat(7_000) };
    // More than the kernel and our memory hold for one reader.
    for (let count = 0; count < 60; count++) await Promise.all(Array.from({ length: 20 }, () => announce("list.changed", data)));
    await quick.until(1_200);
    await eventually(async () =>
      (await house.browser().get("/metrics", { authorization: `Bearer ${key}` })).text.includes("callkeeper_live_listeners 1\n"),
    );
    expect(quick.isClosed()).toBe(false);
  }, 60_000);
});
