import { describe, expect, it } from "vitest";
import { aCampaign, aCampaignContact, aContact, anAttempt } from "../../support/builders.ts";
import { aLedgerEntry, someEvidence } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);
const draft = { name: "Spring renewals", settings: { callerIds: ["+12025550199"] } };

describe("a campaign", () => {
  it("is drafted with the defaults of what is left out, started, paused, completed and archived", async () => {
    const marketer = await house.signedIn("marketer");
    const made = await marketer.post("/v1/campaigns", draft);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      state: "draft",
      version: 1,
      startedAt: null,
      settings: { dialMode: "progressive", ringTimeoutSeconds: 25 },
    });
    const states: string[] = [];
    for (const verb of ["start", "pause", "start", "complete", "archive"])
      states.push((await marketer.post(`/v1/campaigns/${made.json.id}/${verb}`)).json.state);
    expect(states).toEqual(["running", "paused", "running", "completed", "archived"]);
  });

  it("is not started twice, and the answer says from which states it can be", async () => {
    const marketer = await house.signedIn("marketer");
    const { id } = (await marketer.post("/v1/campaigns", draft)).json;
    await marketer.post(`/v1/campaigns/${id}/start`);
    expect((await marketer.post(`/v1/campaigns/${id}/start`)).json).toMatchObject({
      status: 409,
      code: "campaign-state",
      detail: "state: found running, expected draft or scheduled or paused",
    });
  });

  it("is scheduled for a time to come", async () => {
    const marketer = await house.signedIn("marketer");
    const { id } = (await marketer.post("/v1/campaigns", draft)).json;
    const past = await marketer.post(`/v1/campaigns/${id}/schedule`, { startsAt: "2020-01-01T09:00:00+01:00" });
    expect(past.json).toMatchObject({ status: 422, code: "starts-in-the-past" });
    const coming = await marketer.post(`/v1/campaigns/${id}/schedule`, { startsAt: "2036-01-01T09:00:00+01:00" });
    expect(coming.json).toMatchObject({ state: "scheduled", startsAt: "2036-01-01T08:00:00.000Z" });
  });
});

describe("changing a campaign", () => {
  it("needs the version that was seen, in If-Match or in the body", async () => {
    const marketer = await house.signedIn("marketer");
    const made = await marketer.post("/v1/campaigns", draft);
    const address = `/v1/campaigns/${made.json.id}`;
    expect(made.headers.get("etag")).toBe('"1"');
    expect((await marketer.patch(address, { name: "Blind" })).json).toMatchObject({ status: 428, code: "version-required" });
    const first = await marketer.patch(address, { name: "Autumn" }, { "if-match": '"1"' });
    expect([first.json.name, first.json.version, first.headers.get("etag")]).toEqual(["Autumn", 2, '"2"']);
    const second = await marketer.patch(address, { version: 2, settings: { wrapUpSeconds: 30 } });
    expect(second.json.settings).toMatchObject({ wrapUpSeconds: 30, ringTimeoutSeconds: 25 });
  });

  it("is refused when If-Match and the body name two versions", async () => {
    const marketer = await house.signedIn("marketer");
    const { id } = (await marketer.post("/v1/campaigns", draft)).json;
    const torn = await marketer.patch(`/v1/campaigns/${id}`, { version: 1, name: "Torn" }, { "if-match": '"2"' });
    expect(torn.json).toMatchObject({ status: 400, errors: [{ field: "body.version" }] });
    const both = await marketer.patch(`/v1/campaigns/${id}`, { version: 1, name: "Sure" }, { "if-match": '"1"' });
    expect(both.json).toMatchObject({ name: "Sure", version: 2 });
  });

  it("is refused when somebody else was quicker", async () => {
    const marketer = await house.signedIn("marketer");
    const { id } = (await marketer.post("/v1/campaigns", draft)).json;
    await marketer.patch(`/v1/campaigns/${id}`, { version: 1, name: "Mine" });
    expect((await marketer.patch(`/v1/campaigns/${id}`, { name: "Theirs" }, { "if-match": '"1"' })).json).toMatchObject({
      status: 412,
      code: "version-changed",
    });
    expect((await marketer.patch(`/v1/campaigns/${id}`, { name: "Theirs", version: 1 })).json).toMatchObject({
      status: 409,
      code: "version-changed",
    });
    expect((await marketer.patch(`/v1/campaigns/${id}`, { name: "Theirs" }, { "if-match": "*" })).status).toBe(400);
  });

  it("is refused when the settings would not fit, and nothing is changed", async () => {
    const marketer = await house.signedIn("marketer");
    const { id } = (await marketer.post("/v1/campaigns", draft)).json;
    const refused = await marketer.patch(`/v1/campaigns/${id}`, { version: 1, settings: { ringTimeoutSeconds: 5, colour: "red" } });
    expect(refused.json).toMatchObject({ status: 422, code: "invalid-settings", detail: expect.stringContaining("ringTimeoutSeconds") });
    expect((await marketer.get(`/v1/campaigns/${id}`)).json.version).toBe(1);
  });
});

describe("the status of a campaign", () => {
  it("says how far it has come", async () => {
    const campaign = await aCampaign(database.db);
    const contact = await aContact(database.db);
    await aCampaignContact(database.db, { campaign, contact }, { state: "in-attempt" });
    await anAttempt(database.db, { campaign, contact }, { state: "ringing", carrier_call_id: "CA1", submitting_at: new Date() });
    const { json } = await (await house.signedIn("marketer")).get(`/v1/campaigns/${campaign.id}/status`);
    expect(json).toMatchObject({
      campaignId: campaign.id,
      state: "running",
      contactCount: 1,
      attemptedContacts: 1,
      penetration: 1,
      openAttempts: { ringing: 1 },
    });
  });
});

describe("attempts", () => {
  it("are found by campaign, contact and state, newest first", async () => {
    const supervisor = await house.signedIn("supervisor");
    const campaign = await aCampaign(database.db);
    const contacts = [await aContact(database.db), await aContact(database.db)];
    const made = [];
    for (const contact of contacts) made.push(await anAttempt(database.db, { campaign, contact }));
    await anAttempt(database.db, { campaign: await aCampaign(database.db), contact: await aContact(database.db) }, { state: "ringing" });
    const ids = async (query: string) => (await supervisor.get(`/v1/attempts?${query}`)).json.items.map(({ id }: { id: string }) => id);
    expect(await ids(`campaignId=${campaign.id}`)).toEqual(made.map(({ id }) => id).toReversed());
    expect(await ids(`contactId=${contacts[0]?.id}`)).toEqual([made[0]?.id]);
    expect(await ids(`campaignId=${campaign.id}&state=ringing`)).toEqual([]);
  });

  it("say why they were allowed or refused, and what the carrier said", async () => {
    const campaign = await aCampaign(database.db);
    const contact = await aContact(database.db);
    const attempt = await anAttempt(database.db, { campaign, contact });
    const reason = {
      code: "outside-calling-window",
      rule: "campaign/calling-window@1",
      detail: "It is 21:10 there.",
      citation: null,
      confidence: "high" as const,
    };
    const evidence = { ...someEvidence(), counts: { placedAt: 3 } };
    const decidedAt = Date.parse("2026-11-22T02:10:00Z");
    const decision = { answer: "wait" as const, until: Date.parse("2026-11-22T14:00:00Z"), reasons: [reason], evidence };
    const entry = aLedgerEntry({ attemptId: attempt.id, phone: attempt.phone, decision, decidedAt });
    await database.stores.decisions.add([entry]);
    await database.db
      .insertInto("carrier_events")
      .values({ dedupe_key: "1", source: "call", attempt_id: attempt.id, payload: JSON.stringify({ CallStatus: "ringing" }) })
      .execute();
    const { json } = await (await house.signedIn("supervisor")).get(`/v1/attempts/${attempt.id}`);
    expect(json.decisions).toEqual([
      {
        id: entry.id,
        day: "2026-11-22",
        sequence: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        askedBy: "release",
        answer: "wait",
        waitUntil: "2026-11-22T14:00:00.000Z",
        reasons: [reason],
        evidence,
        decidedAt: "2026-11-22T02:10:00.000Z",
      },
    ]);
    expect(json.events).toMatchObject([{ source: "call", appliedAt: null, payload: { CallStatus: "ringing" } }]);
  });
});
