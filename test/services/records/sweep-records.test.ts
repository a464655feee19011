import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../../campaigns/instant.ts";
import type { LedgerEntry } from "../../../src/ports/decision-ledger.ts";
import { makeSweepRecords } from "../../../src/services/records/sweep-records.ts";
import { aCampaign, aContact, anAttempt } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { aLedgerEntry, someEvidence, verify } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const DECIDED = Date.UTC(2026, 10, 18, 15);
/** The last day is 2031-11-18: five years (16 CFR 310.5(b)). */
const LAST_MOMENT = Date.UTC(2031, 10, 18, 23, 59, 59, 999);

const sweepAt = (now: number, retentionYears?: number) =>
  makeSweepRecords({ stores: house.stores, clock: movingClock(now), retentionYears })();
const add = (...entries: Partial<LedgerEntry>[]) =>
  house.stores.decisions.add(entries.map((entry) => aLedgerEntry({ decidedAt: DECIDED, ...entry })));
const inPlaces = (...jurisdictions: string[]): Pick<LedgerEntry, "decision"> => ({
  decision: { answer: "call", evidence: someEvidence({ jurisdictions }) },
});

async function aCall(entry: Partial<LedgerEntry> = {}) {
  const campaign = await aCampaign(house.db);
  const contact = await aContact(house.db);
  const closed = { state: "closed" as const, disposition: "no-answer", closed_at: new Date(DECIDED), reserved_at: new Date(DECIDED) };
  const attempt = await anAttempt(house.db, { campaign, contact }, closed);
  await house.db
    .insertInto("carrier_events")
    .values({
      dedupe_key: attempt.id,
      source: "call-status",
      attempt_id: attempt.id,
      payload: JSON.stringify({ To: attempt.phone }),
      received_at: new Date(DECIDED),
    })
    .execute();
  await add({ attemptId: attempt.id, phone: attempt.phone, ...entry });
  return attempt;
}
const count = async (table: "attempts" | "carrier_events"): Promise<number> =>
  (await house.db.selectFrom(table).select("id").execute()).length;

describe("a call's record is kept as long as the law of its place says", () => {
  test("to the last moment of its anniversary", async () => {
    await aCall();
    expect(await sweepAt(LAST_MOMENT)).toMatchObject({ decisions: 0, attempts: 0 });
    expect([await count("attempts"), await count("carrier_events")]).toEqual([1, 1]);
  });

  test("and not a moment longer; its attempt and what the carrier told go with it, the hash stays", async () => {
    const { phone } = await aCall();
    expect(await sweepAt(LAST_MOMENT + 1)).toMatchObject({ decisions: 1, attempts: 1 });
    expect([await count("attempts"), await count("carrier_events")]).toEqual([0, 0]);
    const row = await house.db.selectFrom("decisions").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ record: null, phone: null, attempt_id: null, removed_for: "retention", sequence: 1 });
    expect(JSON.stringify(row)).not.toContain(phone);
    expect(await verify(house.stores, {}, movingClock(LAST_MOMENT + 1))).toMatchObject({ isUnbroken: true, removed: { retention: 1 } });
  });

  test("the longest of several places: three years in France, five in the United States", async () => {
    await add({ ...inPlaces("FR"), keptYears: 3 }, { ...inPlaces("FR", "US"), keptYears: 5 });
    expect(await sweepAt(DECIDED + 3 * 366 * DAY_MS)).toMatchObject({ decisions: 1 });
    expect(await sweepAt(LAST_MOMENT)).toMatchObject({ decisions: 0 });
    expect(await sweepAt(LAST_MOMENT + 1)).toMatchObject({ decisions: 1 });
  });

  test("the law of today too, when it is longer than that of the day on which it was written", async () => {
    await add({ ...inPlaces("US"), keptYears: 2 });
    expect(await sweepAt(DECIDED + 3 * 366 * DAY_MS)).toMatchObject({ decisions: 0 });
    expect(await sweepAt(LAST_MOMENT + 1)).toMatchObject({ decisions: 1 });
  });

  test("where no law names a time, as long as was set when it was written", async () => {
    await add({ ...inPlaces("IT"), callKind: "telemarketing", keptYears: 1 });
    expect(await sweepAt(Date.UTC(2027, 10, 18, 23))).toMatchObject({ decisions: 0 });
    expect(await sweepAt(Date.UTC(2027, 10, 19))).toMatchObject({ decisions: 1 });
  });
});

test("an attempt without a decision goes after the house's own time, an open one never", async () => {
  const campaign = await aCampaign(house.db);
  const old = { reserved_at: new Date(DECIDED) };
  await anAttempt(
    house.db,
    { campaign, contact: await aContact(house.db) },
    { ...old, state: "released", disposition: "not-placed", closed_at: new Date(DECIDED) },
  );
  await anAttempt(house.db, { campaign, contact: await aContact(house.db) }, old);
  expect(await sweepAt(Date.UTC(2028, 10, 18, 23), 2)).toMatchObject({ attempts: 0 });
  expect(await sweepAt(Date.UTC(2028, 10, 19), 2)).toMatchObject({ attempts: 1 });
  expect(await count("attempts")).toBe(1);
});

test("what the carrier told of nothing that we know goes after the house's own time", async () => {
  const event = { source: "sms", payload: "{}", received_at: new Date(DECIDED) };
  await house.db
    .insertInto("carrier_events")
    .values([{ ...event, dedupe_key: "1" }])
    .execute();
  expect(await sweepAt(LAST_MOMENT)).toMatchObject({ carrierEvents: 0 });
  expect(await sweepAt(LAST_MOMENT + 1)).toMatchObject({ carrierEvents: 1 });
});

test("more than fit into one batch go in one sweep", async () => {
  await add(...Array.from({ length: 1_203 }, () => ({})));
  expect(await sweepAt(LAST_MOMENT + 1)).toMatchObject({ decisions: 1_203 });
  expect(await verify(house.stores, {}, movingClock(LAST_MOMENT + 1))).toMatchObject({ isUnbroken: true, removed: { retention: 1_203 } });
});
