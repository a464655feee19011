import { describe, expect, it } from "vitest";
import { aCampaign, aCampaignContact, aContact } from "../../support/builders.ts";
import { aLedgerEntry } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);
const PHONE = "+12025550143";

describe("the decision ledger over HTTP", () => {
  it("is verified: unbroken, or what is wrong and where", async () => {
    await database.stores.decisions.add([aLedgerEntry(), aLedgerEntry()]);
    const supervisor = await house.signedIn("supervisor");
    expect((await supervisor.get("/v1/audit/verification")).json).toMatchObject({
      isUnbroken: true,
      isComplete: true,
      entryCount: 2,
      breaches: [],
    });
    await database.pool.query("begin; set local session_replication_role = replica; delete from decisions where sequence = 1; commit");
    expect((await supervisor.get("/v1/audit/verification?from=2026-11-18")).json).toMatchObject({
      isUnbroken: false,
      breaches: [{ day: "2026-11-18", sequence: 1, code: "missing", detail: "entry 1 is gone" }],
    });
  });

  it("gives anchors to be kept elsewhere", async () => {
    await database.stores.decisions.add([aLedgerEntry(), aLedgerEntry({ decidedAt: Date.UTC(2026, 10, 19) })]);
    const { json } = await (await house.signedIn("admin")).get("/v1/audit/anchors?to=2026-11-18");
    expect(json.items).toEqual([{ day: "2026-11-18", count: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it("is verified of no day that there is not", async () => {
    const { status, json } = await (await house.signedIn("admin")).get("/v1/audit/verification?from=2026-02-30");
    expect([status, json.errors[0].field]).toEqual([400, "query.from"]);
    const backwards = await (await house.signedIn("admin")).get("/v1/audit/verification?from=2026-02-02&to=2026-02-01");
    expect([backwards.status, backwards.json.errors[0].field]).toEqual([400, "query.to"]);
  });
});

describe("the record of calls over HTTP", () => {
  it("is a CSV file, or JSON lines", async () => {
    await database.stores.decisions.add([aLedgerEntry({ phone: PHONE })]);
    const supervisor = await house.signedIn("supervisor");
    const csv = await supervisor.get(`/v1/records?phone=${encodeURIComponent(PHONE)}`);
    expect(csv.text.split("\r\n")).toEqual([expect.stringMatching(/^type,id,at,/), expect.stringContaining(PHONE), ""]);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    const jsonl = await supervisor.get(`/v1/records?phone=${encodeURIComponent(PHONE)}&format=jsonl`);
    expect(JSON.parse(jsonl.text)).toMatchObject({ calledNumber: PHONE });
  });

  it("is of a number, a campaign or a span of time: everything at once is refused", async () => {
    const { status, json } = await (await house.signedIn("supervisor")).get("/v1/records");
    expect([status, json.errors]).toEqual([400, [{ field: "query.from", found: "nothing", expected: "a phone, a campaignId or a from" }]]);
  });
});

describe("an erasure over HTTP", () => {
  it("answers with what was removed and what is kept, and why", async () => {
    const contact = await aContact(database.db, { phones: [PHONE] });
    await aCampaignContact(database.db, { campaign: await aCampaign(database.db), contact });
    await database.stores.decisions.add([aLedgerEntry({ phone: PHONE, contactId: contact.id, decidedAt: house.clock.now() })]);
    const { status, json } = await (await house.signedIn("admin")).post("/v1/erasures", { contactId: contact.id });
    expect(status).toBe(201);
    expect(json).toMatchObject({ removed: { contacts: 1, numbers: 1, campaignContacts: 1 }, kept: [{ what: "decisions", count: 1 }] });
    expect(json.kept[0].rules).toEqual(expect.arrayContaining([expect.stringMatching(/^us-/)]));
    expect(json.nextOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("is an administrator's alone, and of exactly one person", async () => {
    const admin = await house.signedIn("admin");
    expect((await (await house.signedIn("supervisor")).post("/v1/erasures", { phone: PHONE })).status).toBe(403);
    expect((await admin.post("/v1/erasures", {})).json.errors).toMatchObject([
      { expected: "exactly one of contactId, personId and phone" },
    ]);
    expect((await admin.post("/v1/erasures", { phone: PHONE })).json).toMatchObject({ code: "no-such-person", status: 404 });
    expect((await admin.post("/v1/erasures", { phone: "+1202555" })).json).toMatchObject({ code: "invalid-phone", status: 422 });
  });

  it("finds whoever has the number that was named with a trunk zero", async () => {
    await aContact(database.db, { phones: ["+442079460124"] });
    const { status, json } = await (await house.signedIn("admin")).post("/v1/erasures", { phone: "+4402079460124" });
    expect([status, json.removed.contacts]).toEqual([201, 1]);
  });
});

describe("a part of a law over HTTP", () => {
  const waivedRules = [{ rule: "us-tsr", acknowledgement: "Counsel has confirmed it." }];

  it("is set aside by an administrator, and by nobody else", async () => {
    const draft = { name: "Spring", settings: { callerIds: ["+12025550199"], waivedRules } };
    const refused = await (await house.signedIn("supervisor")).post("/v1/campaigns", draft);
    expect([refused.status, refused.json.code]).toEqual([403, "law-not-yours"]);
    const admin = await house.signedIn("admin");
    expect((await admin.post("/v1/campaigns", draft)).status).toBe(201);
    const entries = await database.db.selectFrom("audit_entries").selectAll().where("action", "=", "campaign.law-set-aside").execute();
    expect(entries).toMatchObject([{ actor: `user:${admin.userId}`, detail: { waivedRules } }]);
  });
});
