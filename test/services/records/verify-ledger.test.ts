import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS } from "../../../campaigns/instant.ts";
import { makeStores } from "../../../src/adapters/postgres/stores.ts";
import { sha256 } from "../../../src/adapters/system/sha256.ts";
import { anId } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { aLedgerEntry, someEvidence, verify } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const MONDAY = Date.UTC(2026, 10, 16, 9);
const [DAY_1, DAY_2, DAY_3] = ["2026-11-16", "2026-11-17", "2026-11-18"];

/** As whoever owns the database can do it: with the triggers switched off. */
const tamper = (statements: string): Promise<unknown> =>
  sql.raw(`begin; set local session_replication_role = replica; ${statements}; commit`).execute(house.db);

const found = async (): Promise<string[]> =>
  (await verify(house.stores)).breaches.map(({ day, sequence, code }) => `${day} ${sequence ?? "day"} ${code}`);

/** Three days with four entries each. */
beforeEach(async () => {
  for (const day of [0, 1, 2])
    for (let hour = 0; hour < 4; hour++)
      await house.stores.decisions.add([aLedgerEntry({ decidedAt: MONDAY + day * DAY_MS + hour * 3_600_000 })]);
});

describe("an untouched ledger", () => {
  test("is unbroken, with every entry of every day counted", async () => {
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, isComplete: true, dayCount: 3, entryCount: 12, breaches: [] });
  });

  test("is unbroken too when it holds nothing", async () => {
    await house.empty();
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, entryCount: 0 });
  });

  test("can be checked for some days alone", async () => {
    expect(await verify(house.stores, { from: DAY_2, to: DAY_2 })).toMatchObject({ isUnbroken: true, dayCount: 1, entryCount: 4 });
    expect(await verify(house.stores, { from: DAY_2 })).toMatchObject({ isUnbroken: true, dayCount: 2, entryCount: 8 });
  });

  test("files what comes late from the day before under the day that has begun", async () => {
    await house.stores.decisions.add([aLedgerEntry({ decidedAt: MONDAY })]);
    expect(await verify(house.stores, { from: DAY_3 })).toMatchObject({ isUnbroken: true, entryCount: 5 });
  });

  test("keeps one chain when twenty transactions write at the same moment", async () => {
    const writers = Array.from({ length: 20 }, (_, index) =>
      makeStores(house.db).transaction((tx) =>
        tx.decisions.add(Array.from({ length: 1 + (index % 3) }, () => aLedgerEntry({ decidedAt: MONDAY + 2 * DAY_MS }))),
      ),
    );
    await Promise.all(writers);
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, entryCount: 12 + 39 });
  });

  test("can be reckoned by a stranger from the record and the hash before it", async () => {
    const { rows } = await sql<{ hash: string; previous: string; record: string }>`
      select encode(hash, 'hex') as hash, record, encode(lag(hash) over (order by day, sequence), 'hex') as previous
      from decisions order by day, sequence limit 2`.execute(house.db);
    const second = rows[1];
    expect(second?.hash).toBe(sha256(`${second?.previous} ${DAY_1} 2 2031-11-16 ${sha256(second?.record ?? "")}`));
    expect(JSON.parse(second?.record ?? "")).toMatchObject({ answer: "call", callKind: "telemarketing", evidence: someEvidence() });
  });
});

describe("what is refused outright", () => {
  test.each([
    "update decisions set phone = null",
    "delete from decisions",
    "truncate decisions",
    "delete from decision_days",
    "delete from decision_chain",
  ])("nobody gets through with: %s", async (statement) => {
    await expect(sql.raw(statement).execute(house.db)).rejects.toThrow("the ledger is never changed");
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, entryCount: 12 });
  });
});

describe("tampering by whoever owns the database is found and named", () => {
  const second = `day = '${DAY_2}' and sequence = 2`;
  test.each<[what: string, statements: string, breaches: string[]]>([
    [
      "an edited record",
      `update decisions set record = replace(record, '"answer":"call"', '"answer":"never"') where ${second}`,
      [`${DAY_2} 2 record-changed`],
    ],
    [
      "an edited record with its hash made anew",
      `update decisions set record = '{}', record_hash = sha256('{}') where ${second}`,
      Array(8).fill(`${DAY_2} 2 column-disagrees`).fill(`${DAY_2} 2 link-broken`, 0, 1),
    ],
    [
      "a record that is no JSON any more",
      `update decisions set record = '{', record_hash = sha256('{') where ${second}`,
      [`${DAY_2} 2 link-broken`, `${DAY_2} 2 record-changed`],
    ],
    ["an edited phone column", `update decisions set phone = '+12025550000' where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["an edited kind column", `update decisions set kind = 'erasure' where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["an edited id", `update decisions set id = gen_random_uuid() where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["another campaign", `update decisions set campaign_id = gen_random_uuid() where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["another contact", `update decisions set contact_id = null where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["another attempt", `update decisions set attempt_id = gen_random_uuid() where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["another asker", `update decisions set asked_by = 'agent' where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["a wait that was not said", `update decisions set wait_until = now() where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    ["an edited answer column", `update decisions set answer = 'never' where ${second}`, [`${DAY_2} 2 column-disagrees`]],
    [
      "an edited time column",
      `update decisions set decided_at = decided_at - interval '1 hour' where ${second}`,
      [`${DAY_2} 2 column-disagrees`],
    ],
    ["a shorter time to keep it", `update decisions set keep_until = '2020-01-01' where ${second}`, [`${DAY_2} 2 link-broken`]],
    ["an edited hash", `update decisions set hash = sha256('x') where ${second}`, [`${DAY_2} 2 link-broken`, `${DAY_2} 3 link-broken`]],
    ["a deleted entry", `delete from decisions where ${second}`, [`${DAY_2} 2 missing`]],
    ["deleted last entries of a day", `delete from decisions where day = '${DAY_2}' and sequence > 2`, [`${DAY_2} 3 missing`]],
    ["deleted first entries of all", `delete from decisions where day = '${DAY_1}' and sequence < 3`, [`${DAY_1} 1 missing`]],
    ["a deleted day", `delete from decisions where day = '${DAY_2}'`, [`${DAY_2} day day-missing`]],
    [
      "a deleted day with its head",
      `delete from decisions where day = '${DAY_2}'; delete from decision_days where day = '${DAY_2}'`,
      [`${DAY_3} 1 link-broken`],
    ],
    ["the last entry of all deleted", `delete from decisions where day = '${DAY_3}' and sequence = 4`, [`${DAY_3} 4 missing`]],
    ["a head deleted", `delete from decision_days where day = '${DAY_2}'`, [`${DAY_2} day day-without-head`]],
    ["a head with another count", `update decision_days set count = 3 where day = '${DAY_2}'`, [`${DAY_2} day head-disagrees`]],
    ["a head with another hash", `update decision_days set hash = sha256('x') where day = '${DAY_2}'`, [`${DAY_2} day head-disagrees`]],
    ["the end of the chain with another hash", `update decision_chain set hash = sha256('x')`, [`${DAY_3} day head-disagrees`]],
    ["the end of the chain moved back", `update decision_chain set count = 3`, [`${DAY_3} day head-disagrees`, `${DAY_3} 4 beyond-end`]],
  ])("%s", async (_what, statements, breaches) => {
    await tamper(statements);
    expect(await found()).toEqual(breaches);
  });

  test("a removal that did not happen, with the table's own checks dropped", async () => {
    const undone = new Error("undone");
    const changed = house.db.transaction().execute(async (tx) => {
      await sql.raw("set local session_replication_role = replica").execute(tx);
      await sql.raw("alter table decisions drop constraint decisions_check, drop constraint decisions_check1").execute(tx);
      await sql.raw(`update decisions set removed_for = 'retention' where ${second}`).execute(tx);
      expect((await verify(makeStores(tx))).breaches).toMatchObject([{ day: DAY_2, sequence: 2, code: "column-disagrees" }]);
      throw undone;
    });
    await expect(changed).rejects.toBe(undone);
  });

  test("two entries that changed places", async () => {
    await tamper(
      `update decisions set sequence = 99 where day = '${DAY_2}' and sequence = 1;
       update decisions set sequence = 1 where day = '${DAY_2}' and sequence = 3;
       update decisions set sequence = 3 where day = '${DAY_2}' and sequence = 99`,
    );
    expect(await found()).toEqual([1, 2, 3, 4].map((sequence) => `${DAY_2} ${sequence} link-broken`));
  });

  test("two days that changed places", async () => {
    await tamper(
      `update decisions set day = '2000-01-01' where day = '${DAY_1}'; update decisions set day = '${DAY_1}' where day = '${DAY_2}';
       update decisions set day = '${DAY_2}' where day = '2000-01-01'`,
    );
    const breaches = await found();
    expect(breaches).toContain(`${DAY_1} 1 link-broken`);
    expect(breaches).toContain(`${DAY_2} 1 link-broken`);
    expect(breaches).toContain(`${DAY_1} day head-disagrees`);
  });

  test("an entry put in between, with the following ones moved up", async () => {
    await tamper(
      `update decisions set sequence = -sequence where day = '${DAY_2}' and sequence > 1;
       update decisions set sequence = 1 - sequence where day = '${DAY_2}' and sequence < 0;
       insert into decisions (id, day, sequence, kind, keep_until, record, record_hash, hash)
       values ('${anId()}', '${DAY_2}', 2, 'decision', '2031-11-17', '{}', sha256('{}'), sha256('forged'))`,
    );
    expect(await found()).toEqual(
      expect.arrayContaining([`${DAY_2} 2 link-broken`, `${DAY_2} 3 link-broken`, `${DAY_2} day head-disagrees`]),
    );
  });

  test("an entry put behind the end", async () => {
    await tamper(
      `insert into decisions (id, day, sequence, kind, keep_until, record, record_hash, hash)
       values ('${anId()}', '${DAY_3}', 5, 'decision', '2031-11-18', '{}', sha256('{}'), sha256('forged'))`,
    );
    expect(await found()).toEqual([`${DAY_3} 5 beyond-end`]);
  });

  test("everything written anew, by an anchor that was kept outside", async () => {
    const anchors = await house.stores.chain.heads();
    await house.empty();
    for (const day of [0, 1, 2])
      for (let hour = 0; hour < 4; hour++) await house.stores.decisions.add([aLedgerEntry({ decidedAt: MONDAY + day * DAY_MS + hour })]);
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true });
    expect((await verify(house.stores, { anchors })).breaches).toMatchObject(
      [DAY_1, DAY_2, DAY_3].map((day) => ({ day, sequence: 4, code: "anchor-disagrees" })),
    );
  });

  test("nothing, by anchors of an honest ledger that has grown since", async () => {
    const anchors = await house.stores.chain.heads();
    await house.stores.decisions.add([aLedgerEntry({ decidedAt: MONDAY + 2 * DAY_MS }), aLedgerEntry({ decidedAt: MONDAY + 3 * DAY_MS })]);
    expect(await verify(house.stores, { anchors })).toMatchObject({ isUnbroken: true, entryCount: 14 });
  });

  test("a cut-off end with a head to fit, by an anchor", async () => {
    const anchors = await house.stores.chain.heads();
    await tamper(
      `delete from decisions where day = '${DAY_3}' and sequence = 4;
       update decision_chain set count = 3, hash = (select hash from decisions where day = '${DAY_3}' and sequence = 3)`,
    );
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true });
    expect((await verify(house.stores, { anchors })).breaches).toMatchObject([{ day: DAY_3, sequence: 4, code: "anchor-disagrees" }]);
  });
});

describe("content that was removed", () => {
  const firstIds = async (count: number): Promise<string[]> => {
    const rows = await house.db.selectFrom("decisions").select("id").orderBy("day").orderBy("sequence").limit(count).execute();
    return rows.map(({ id }) => id);
  };

  test("after its time is counted, and breaks nothing", async () => {
    const now = Date.UTC(2031, 10, 17);
    await house.stores.decisions.removeContent(await firstIds(2), "retention", now);
    expect(await verify(house.stores, {}, movingClock(now))).toMatchObject({
      isUnbroken: true,
      removed: { retention: 2, erasure: 0 },
      entryCount: 12,
    });
  });

  test("on the last day of its time is named", async () => {
    const now = Date.UTC(2031, 10, 16, 23, 59);
    await house.stores.decisions.removeContent(await firstIds(1), "retention", now);
    const { breaches } = await verify(house.stores, {}, movingClock(now));
    expect(breaches).toMatchObject([{ day: DAY_1, sequence: 1, code: "removed-too-early" }]);
  });

  test("is named when its removal is dated into the future", async () => {
    await house.stores.decisions.removeContent(await firstIds(1), "retention", Date.UTC(2040, 0, 1));
    expect(await found()).toEqual([`${DAY_1} 1 removed-too-early`]);
  });

  test("for an erasure is right when the erasure's own entry names it", async () => {
    const id = anId();
    await house.stores.decisions.removeContent(await firstIds(1), id, Date.UTC(2026, 10, 18, 16));
    expect(await found()).toEqual([`${DAY_1} 1 removed-without-erasure`]);
    const named = { id, erasureId: id, askedBy: "test", removed: [`${DAY_1}/1`], decidedAt: Date.UTC(2026, 10, 18, 16) };
    await house.stores.decisions.addErasure(named);
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, removed: { retention: 0, erasure: 1 }, entryCount: 13 });
  });

  test("is named when a part of it was left behind", async () => {
    await tamper(
      `update decisions set record = null, removed_at = '2031-12-01', removed_for = 'retention' where day = '${DAY_1}' and sequence = 1`,
    );
    const { breaches } = await verify(house.stores, {}, movingClock(Date.UTC(2032, 0, 1)));
    expect(breaches).toMatchObject([{ day: DAY_1, sequence: 1, code: "content-left" }]);
  });
});

test("a check that may take no time says how far it came", async () => {
  let now = 0;
  const clock = { now: () => now++ };
  expect(await verify(house.stores, { withinMs: 1 }, clock)).toMatchObject({ isComplete: false, checkedTo: { day: DAY_3, sequence: 4 } });
});
