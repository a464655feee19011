import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS } from "../../../campaigns/instant.ts";
import type { RecordLine } from "../../../src/ports/call-records.ts";
import { aCampaign, aContact, anAttempt, anId, type BuiltContact } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { aLedgerEntry, someEvidence, verify } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
/** Long after the chain began in this database. */
const PLACED = Date.UTC(2090, 10, 20, 15);
const [DAY_1, DAY_2] = ["2090-11-20", "2090-11-21"];
const PHONE = "+12025550143";
let campaign: { id: string };
let contact: BuiltContact;

/** As whoever owns the database can do it: with the triggers switched off. */
const tamper = (statements: string): Promise<unknown> =>
  sql.raw(`begin; set local session_replication_role = replica; ${statements}; commit`).execute(house.db);

async function aPlacedCall(at: number): Promise<string> {
  const times = { reserved_at: new Date(at), submitting_at: new Date(at), closed_at: new Date(at) };
  const { id } = await anAttempt(house.db, { campaign, contact }, { state: "closed", disposition: "no-answer", ...times });
  const decision = { answer: "call" as const, evidence: someEvidence() };
  await house.stores.decisions.add([
    aLedgerEntry({
      attemptId: id,
      campaignId: campaign.id,
      contactId: contact.id,
      phone: PHONE,
      callerId: "+12025550199",
      decision,
      decidedAt: at,
    }),
  ]);
  return id;
}

async function recordOf(filter: { phone?: string; campaignId?: string; from?: number }): Promise<RecordLine[]> {
  const lines: RecordLine[] = [];
  for await (const batch of house.stores.callRecords.read(filter)) lines.push(...batch);
  return lines;
}

let [first, second]: string[] = [];
beforeEach(async () => {
  campaign = await aCampaign(house.db);
  contact = await aContact(house.db, { phones: [PHONE] });
  first = await aPlacedCall(PLACED);
  second = await aPlacedCall(PLACED + DAY_MS);
});

test("calls with their decisions leave the ledger unbroken", async () => {
  expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, isComplete: true, entryCount: 2 });
});

describe("a call whose attempt was deleted", () => {
  beforeEach(() => tamper(`delete from attempts where id = '${first}'`));

  test("is named", async () => {
    const { breaches } = await verify(house.stores);
    expect(breaches).toMatchObject([{ day: DAY_1, sequence: 1, code: "attempt-missing", detail: expect.stringContaining(String(first)) }]);
  });

  test.each<[what: string, filter: () => Parameters<typeof recordOf>[0]]>([
    ["number", () => ({ phone: PHONE })],
    ["campaign", () => ({ campaignId: campaign.id })],
    ["time", () => ({ from: PLACED })],
  ])("stays in the record of its %s, marked, with what the ledger says", async (_what, filter) => {
    const lines = await recordOf(filter());
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set([first, second]));
    expect(lines).toHaveLength(2);
    expect(lines.find(({ id }) => id === first)).toMatchObject({
      type: "call",
      attemptMissing: "true",
      at: "2090-11-20T15:00:00.000Z",
      calledNumber: PHONE,
      callingNumber: "+12025550199",
      decision: "call",
      callKind: "telemarketing",
      ledgerDay: DAY_1,
      ledgerSequence: 1,
    });
    expect(lines.find(({ id }) => id === second)?.["attemptMissing"]).toBeUndefined();
  });
});

describe("a ledger that was emptied with its ends", () => {
  beforeEach(() => tamper("delete from decisions; delete from decision_chain; delete from decision_days"));

  test("is found by the calls that it has no decision of, without anchors", async () => {
    const { breaches, isUnbroken } = await verify(house.stores);
    expect(isUnbroken).toBe(false);
    expect(breaches).toMatchObject([
      { day: DAY_1, sequence: null, code: "decision-missing", detail: expect.stringContaining(String(first)) },
      { day: DAY_2, sequence: null, code: "decision-missing", detail: expect.stringContaining(String(second)) },
    ]);
  });

  test("is found for the days that are asked for alone", async () => {
    expect((await verify(house.stores, { from: DAY_2 })).breaches).toMatchObject([{ day: DAY_2 }]);
    expect((await verify(house.stores, { to: DAY_1 })).breaches).toMatchObject([{ day: DAY_1 }]);
    expect((await verify(house.stores, { from: "2090-12-01" })).breaches).toEqual([]);
  });

  test("is gone through in many pages, each call once", async () => {
    await sql`
      insert into attempts (id, kind, campaign_id, contact_id, person_id, phone, phone_position, number_in_campaign, state, disposition,
                            reserved_at, submitting_at, closed_at)
      select gen_random_uuid(), 'list', campaign_id, contact_id, person_id, phone, 0, 1, 'closed', 'no-answer', at, at, at
      from attempts, generate_series(1, 4500) as n,
           lateral (select submitting_at + n / 10 * interval '1.5 microseconds' as at) as moments
      where id = ${first}::uuid`.execute(house.db);
    expect(await verify(house.stores)).toMatchObject({ breachCount: 4_502, isComplete: true });
  });

  test("says how far it came when the time was up", async () => {
    let now = 0;
    expect(await verify(house.stores, { withinMs: 1 }, { now: () => now++ })).toMatchObject({
      isComplete: false,
      checkedTo: { day: DAY_2, sequence: 0 },
    });
  });
});

test("a call from before the chain is not asked for a decision", async () => {
  await tamper(`delete from decisions; delete from decision_chain; delete from decision_days;
    update attempts set submitting_at = '2020-01-01' where id in ('${first}', '${second}')`);
  expect(await verify(house.stores)).toMatchObject({ isUnbroken: true });
});

test("one cut-off decision with the end moved to fit is found by its call", async () => {
  await tamper(`delete from decisions where day = '${DAY_2}'; delete from decision_days;
    update decision_chain set day = '${DAY_1}', count = 1, hash = (select hash from decisions)`);
  expect((await verify(house.stores)).breaches).toMatchObject([{ day: DAY_2, code: "decision-missing" }]);
});

test("a call to somebody who was forgotten since is not asked for a decision", async () => {
  const at = PLACED + 2 * DAY_MS;
  const id = anId();
  await house.stores.transaction(async (tx) => {
    const gone = await tx.decisions.about([PHONE]);
    await tx.decisions.removeContent(
      gone.map((entry) => entry.id),
      id,
      at,
    );
    await tx.recordKeeping.addErasure({ id, personId: anId(), phones: [PHONE], askedBy: "test", askedAt: at, nextOn: null });
    const removed = gone.map(({ day, sequence }) => `${day}/${sequence}`);
    await tx.decisions.addErasure({ id, erasureId: id, askedBy: "test", removed, decidedAt: at });
    await tx.recordKeeping.forgetCallee([String(first), String(second)]);
  });
  expect(await verify(house.stores, {}, movingClock(at))).toMatchObject({ isUnbroken: true, removed: { erasure: 2 } });
});
