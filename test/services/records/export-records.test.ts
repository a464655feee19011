import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS } from "../../../campaigns/instant.ts";
import { writeRecordsCsv } from "../../../src/adapters/csv/records.ts";
import type { RecordFilter } from "../../../src/ports/call-records.ts";
import { makeExportRecords } from "../../../src/services/records/export-records.ts";
import { aCampaign, aContact, aDoNotCallEntry, anAttempt, anId, type BuiltContact } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { countedIds } from "../../support/ids.ts";
import { aLedgerEntry, someEvidence } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const PLACED = Date.UTC(2026, 10, 18, 15);
const ids = countedIds(0xec);
const PHONE = "+12025550143";
let campaign: { id: string };
let contact: BuiltContact;

const taken = async (filter: RecordFilter, format: "csv" | "jsonl"): Promise<string> => {
  const deps = { stores: house.stores, clock: movingClock(), ids, writeRecordsCsv };
  let text = "";
  for await (const piece of await makeExportRecords(deps)(filter, format, "user:supervisor")) text += piece;
  return text;
};
const lines = async (filter: RecordFilter): Promise<Record<string, unknown>[]> =>
  (await taken(filter, "jsonl"))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const rows = async (filter: RecordFilter): Promise<Record<string, string>[]> =>
  parse<Record<string, string>>(await taken(filter, "csv"), { columns: true });

async function aCall(at = PLACED, attempt: Parameters<typeof anAttempt>[2] = {}) {
  const made = await anAttempt(
    house.db,
    { campaign, contact },
    {
      state: "closed",
      disposition: "sold",
      answer: "human",
      caller_id: "+12025550199",
      subject: "solar-panels",
      jurisdictions: ["US", "US-NY"],
      reserved_at: new Date(at - 2_000),
      submitting_at: new Date(at),
      answered_at: new Date(at + 9_000),
      call_ended_at: new Date(at + 69_400),
      closed_at: new Date(at + 90_000),
      ...attempt,
    },
  );
  const evidence = someEvidence({ legalRules: ["us-tsr@2003-10-01"], consentIds: [anId()], registers: ["us-national@2026-11-01"] });
  await house.stores.decisions.add([
    aLedgerEntry({ attemptId: made.id, campaignId: campaign.id, phone: PHONE, decision: { answer: "call", evidence }, decidedAt: at }),
  ]);
  return made;
}

beforeEach(async () => {
  campaign = await aCampaign(house.db, {
    name: "=Spring",
    settings: { callKind: "telemarketing", callerName: "Example Ltd", callbackNumber: "+12025550198" },
  });
  contact = await aContact(house.db, { phones: [PHONE] });
});

describe("the record of a call", () => {
  test("says who called whom, when, how long, what came of it, and why it was allowed", async () => {
    const { id } = await aCall();
    expect(await lines({ phone: PHONE })).toMatchObject([
      {
        type: "call",
        id,
        at: "2026-11-18T15:00:00.000Z",
        localTime: "2026-11-18T10:00:00-05:00",
        callingNumber: "+12025550199",
        calledNumber: PHONE,
        durationSeconds: 60,
        disposition: "sold",
        answer: "human",
        campaignId: campaign.id,
        subject: "solar-panels",
        callKind: "telemarketing",
        decision: "call",
        legalRules: "us-tsr@2003-10-01",
        jurisdictions: "US US-NY",
        registers: "us-national@2026-11-01",
        ledgerDay: "2026-11-18",
        ledgerSequence: 1,
        ledgerHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        keptUntil: "2031-11-18",
      },
    ]);
  });

  test("of one who was abandoned says what they heard, in the words of the campaign as it was then", async () => {
    await aCall(PLACED, { disposition: "abandoned", abandoned_at: new Date(PLACED + 11_000) });
    const settings = JSON.stringify({ ...(await house.stores.campaigns.find(campaign.id))?.settings, callerName: "Other Ltd" });
    await house.db.updateTable("campaigns").set({ settings, version: 2 }).where("id", "=", campaign.id).execute();
    const [call] = await lines({ phone: PHONE });
    expect(call?.["recordedMessage"]).toContain("Example Ltd");
    expect(call?.["recordedMessage"]).not.toContain("Other Ltd");
  });

  test("of a refusal says why, whether the hopper or the release refused", async () => {
    const reason = {
      code: "do-not-call",
      rule: "do-not-call@1",
      detail: "On our list.",
      citation: "47 CFR 64.1200(d)",
      confidence: "high" as const,
    };
    const decision = { answer: "never" as const, reasons: [reason], evidence: someEvidence() };
    await house.stores.decisions.add([
      aLedgerEntry({ phone: PHONE, campaignId: campaign.id, askedBy: "hopper", decision, decidedAt: PLACED }),
    ]);
    expect(await lines({ phone: PHONE })).toMatchObject([
      {
        type: "refusal",
        calledNumber: PHONE,
        decision: "never",
        reasons: "do-not-call (do-not-call@1, 47 CFR 64.1200(d))",
        askedBy: "hopper",
      },
    ]);
  });

  test("comes with the consents and do-not-call requests of the number, however old they are", async () => {
    const recorded = {
      personId: null,
      contactId: null,
      source: "web-form",
      proof: { form: "77" },
      recordedBy: "test",
      recordedAt: PLACED - 900 * DAY_MS,
    };
    const consent = { basis: "written" as const, callKinds: ["telemarketing" as const], subject: null, until: null, agreedTime: null };
    await house.stores.consents.add([
      { ...recorded, ...consent, id: anId(), phone: PHONE, covers: "number", obtainedAt: PLACED - 900 * DAY_MS },
    ]);
    await aDoNotCallEntry(house.db, { phone: PHONE });
    expect(await lines({ phone: PHONE, from: PLACED })).toMatchObject([
      { type: "consent", basis: "written", calledNumber: PHONE, proof: '{"form":"77"}', source: "web-form" },
      { type: "do-not-call", calledNumber: PHONE, reason: "asked-not-to-be-called", covers: "number organisation" },
    ]);
  });
});

describe("the records of a campaign or a span of time", () => {
  test("hold its calls and no others", async () => {
    await aCall();
    const own = campaign;
    campaign = await aCampaign(house.db);
    await aCall(PLACED + DAY_MS);
    expect(await lines({ campaignId: own.id })).toMatchObject([{ campaignId: own.id }]);
    expect(await lines({ from: PLACED + DAY_MS - 10_000, to: PLACED + 2 * DAY_MS })).toMatchObject([{ campaignId: campaign.id }]);
    expect(await lines({ from: PLACED - DAY_MS, to: PLACED - 10_000 })).toEqual([]);
  });

  test("are whole when there are more than fit into one batch", async () => {
    await house.stores.decisions.add(Array.from({ length: 2_345 }, () => aLedgerEntry({ campaignId: campaign.id, decidedAt: PLACED })));
    const found = await lines({ campaignId: campaign.id });
    expect(new Set(found.map(({ id }) => id)).size).toBe(2_345);
  });
});

test("a spreadsheet runs nothing of the CSV, and numbers stay numbers", async () => {
  await aCall();
  const [row] = await rows({ phone: PHONE });
  expect(row).toMatchObject({
    type: "call",
    campaignName: "'=Spring",
    calledNumber: PHONE,
    callingNumber: "+12025550199",
    durationSeconds: "60",
  });
});

test("the CSV of nothing has its header all the same", async () => {
  expect(await rows({ phone: "+12025550111" })).toEqual([]);
  expect(await taken({ phone: "+12025550111" }, "csv")).toMatch(/^type,id,at,/);
});

test("whoever takes records is written down, without the number that they asked for", async () => {
  await lines({ phone: PHONE });
  const [entry] = await house.db.selectFrom("audit_entries").selectAll().execute();
  expect(entry).toMatchObject({ actor: "user:supervisor", action: "exportRecords", detail: { ofOneNumber: true, format: "jsonl" } });
  expect(JSON.stringify(entry)).not.toContain("2025550143");
});
