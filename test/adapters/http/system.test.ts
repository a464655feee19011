import { describe, expect, it } from "vitest";
import { aCampaign, aContact, anAgent, anAttempt } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

async function aBusyFloor() {
  const campaign = await aCampaign(database.db, { name: "Renewals" });
  await aCampaign(database.db, { name: "Yesterday's", state: "completed" });
  for (const state of ["dialing", "ringing", "ringing"] as const)
    await anAttempt(database.db, { campaign, contact: await aContact(database.db) }, { state, carrier_call_id: `CA${Math.random()}` });
  await anAgent(database.db);
  await anAgent(database.db, { state: "on-break" });
  await database.pool.query("insert into carrier_events (dedupe_key, source, payload) values ('1', 'call', '{}')");
  return campaign;
}

describe("the probes", () => {
  it("say that the process lives, without asking the database", async () => {
    const before = house.queries();
    expect((await house.browser().get("/healthz")).json).toEqual({ status: "ok" });
    expect(house.queries()).toBe(before);
  });

  it("say whether all that is needed is there, and what is not", async () => {
    expect((await house.browser().get("/readyz")).json).toEqual({ ready: true, database: true, migrations: true, jobQueue: true });
    house.ready.jobQueue = false;
    const answer = await house.browser().get("/readyz");
    house.ready.jobQueue = true;
    expect(answer.json).toMatchObject({ status: 503, code: "not-ready", detail: "Not there: jobQueue." });
  });
});

describe("the floor", () => {
  it("shows agents and calls by state, and the campaigns that run", async () => {
    const campaign = await aBusyFloor();
    house.clock.advance(1_000);
    const { json } = await (await house.signedIn("supervisor")).get("/v1/floor");
    expect(json).toEqual({
      countedAt: new Date(house.clock.now()).toISOString(),
      agents: { available: 1, "on-break": 1 },
      calls: { dialing: 1, ringing: 2 },
      campaigns: [
        { id: campaign.id, name: "Renewals", state: "running", dialMode: "progressive", calls: { dialing: 1, ringing: 2 }, onHopper: 0 },
      ],
      waitingEvents: 1,
    });
  });

  it("is counted once a second for all who look, screens and scrapers together", async () => {
    const { key } = await house.apiKey("supervisor");
    const headers = { authorization: `Bearer ${key}` };
    await house.browser().get("/v1/floor", headers);
    house.clock.advance(1_000);
    const perLook = await costOf(1, headers);
    house.clock.advance(1_000);
    const forTwenty = await costOf(20, headers);
    // Each request looks its key up; the floor itself is one query however many look.
    expect(perLook).toBe(2);
    expect(forTwenty).toBe(21);
  });

  async function costOf(looks: number, headers: Record<string, string>): Promise<number> {
    const before = house.queries();
    await Promise.all(Array.from({ length: looks }, (_, look) => house.browser().get(look % 2 ? "/metrics" : "/v1/floor", headers)));
    return house.queries() - before;
  }
});

describe("the measures", () => {
  it("count attempts, agents, waiting events, jobs and screens, and time every request by its route", async () => {
    await aBusyFloor();
    house.clock.advance(1_000);
    const { key } = await house.apiKey("supervisor");
    const headers = { authorization: `Bearer ${key}` };
    await house.browser().get("/v1/agents", headers);
    await house.browser().get("/v1/campaigns/0199f6a0-0000-7000-8000-000000000000", headers);
    const { text, headers: answered } = await house.browser().get("/metrics", headers);
    expect(answered.get("content-type")).toMatch(/^text\/plain/);
    for (const line of [
      'callkeeper_attempts_open{state="ringing"} 2',
      'callkeeper_attempts_open{state="unknown"} 0',
      'callkeeper_agents{state="available"} 1',
      "callkeeper_carrier_events_waiting 1",
      'callkeeper_jobs{name="sweep",state="waiting"} 0',
      "callkeeper_live_listeners 0",
      'callkeeper_http_request_seconds_count{method="GET",route="/v1/agents",status="200"} 1',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain('route="/v1/campaigns/{id}"');
    expect(text).not.toContain("0199f6a0");
  });
});
