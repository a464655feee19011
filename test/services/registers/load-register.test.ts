import { beforeEach, describe, expect, it } from "vitest";
import { type CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { DAY_MS } from "../../../campaigns/instant.ts";
import type { Database } from "../../../src/adapters/postgres/schema.ts";
import { makeStores } from "../../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../../src/ports/stores.ts";
import { makeListRegisters } from "../../../src/services/registers/list-registers.ts";
import { makeLoadRegister, type RegisterOrder } from "../../../src/services/registers/load-register.ts";
import { makeTidyRegisters } from "../../../src/services/registers/tidy-registers.ts";
import { movingClock } from "../../support/clock.ts";
import { aDoor } from "../../support/door.ts";
import { eventually } from "../../support/eventually.ts";
import { countedIds } from "../../support/ids.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let clock: ReturnType<typeof movingClock>;
let loadRegister: ReturnType<typeof makeLoadRegister>;
beforeEach(() => {
  clock = movingClock();
  loadRegister = makeLoadRegister({ stores: database.stores, clock, ids: countedIds(0x4e) });
});

async function* asStream(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}
const order = (text: string | AsyncIterable<Uint8Array>, more: Partial<RegisterOrder> = {}): RegisterOrder => ({
  name: "us-national",
  fileName: "dnc.txt",
  fileDate: "2026-11-01",
  acceptRubbish: false,
  acceptShrink: false,
  loadedBy: "cli",
  stream: typeof text === "string" ? asStream(text) : text,
  ...more,
});
async function loaded(text: string | AsyncIterable<Uint8Array>, more: Partial<RegisterOrder> = {}) {
  const answer = await loadRegister(order(text, more));
  if (!answer.ok) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const CALLEE = { contactId: NOBODY, personId: NOBODY, campaignId: NOBODY, callKind: null, subject: null, exceptAttemptId: null };
const histories = (stores: Stores, phones: readonly string[]) =>
  stores.attempts.histories(
    phones.map((phone) => ({ ...CALLEE, phone })),
    clock.now(),
  );
/** Which registers hold each number, as the gate is told. */
async function listedOn(...phones: string[]): Promise<string[][]> {
  return (await histories(database.stores, phones)).map(({ registers }) =>
    registers.filter(({ isListed }) => isListed).map(({ register }) => register),
  );
}
/** What was asked of the database meanwhile. */
async function statementsOf(work: (stores: Stores) => Promise<unknown>): Promise<CompiledQuery[]> {
  const asked: CompiledQuery[] = [];
  const listening = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: ({ query }) => void asked.push(query),
  });
  await work(makeStores(listening));
  return asked;
}
type PlanNode = { Plans?: PlanNode[]; [key: string]: unknown };
/** Every node of the plan by which PostgreSQL ran a statement. The few rows of a test would be read whole if it might. */
async function explain({ sql: text, parameters }: CompiledQuery): Promise<PlanNode[]> {
  const client = await database.pool.connect();
  try {
    await client.query("begin; set local enable_seqscan = off");
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...parameters]);
    await client.query("rollback");
    const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
    return all(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    client.release();
  }
}
const numbersKept = async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from register_numbers`.execute(database.db);
  return rows[0]?.count;
};

describe("a register file", () => {
  it("is asked by the gate from the moment it is whole, with the date of the file", async () => {
    const { load } = await loaded("AreaCode,PhoneNumber\r\n202,5550100\r\n\r\n212,5550101\r\n212,5550101");
    expect(load).toMatchObject({ state: "current", kind: "national", jurisdiction: "US", counts: { lines: 3, numbers: 2, rubbish: 0 } });
    expect(await listedOn("+12025550100", "+12125550101", "+12125550102")).toEqual([["us-national"], ["us-national"], []]);
    const [history] = await histories(database.stores, ["+12125550102"]);
    expect(history?.registers).toEqual([{ register: "us-national", kind: "national", asOf: Date.UTC(2026, 10, 1), isListed: false }]);
  });

  it("whose lines are cut anywhere by the stream is read all the same", async () => {
    const text = "+12025550100\r\n+12025550101\r\n+16465550102";
    const { load } = await loaded(asStream(...text.split("")));
    expect(load.counts).toEqual({ lines: 3, numbers: 3, rubbish: 0 });
  });

  it("replaces the one before at once, and that one's numbers are cleaned away later", async () => {
    await loaded("202,5550100\n202,5550101\n");
    const door = aDoor();
    const slow = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("202,5550102\n");
      await door.opened;
      yield Buffer.from("202,5550103\n");
    };
    const replacing = loaded(slow(), { fileDate: "2026-11-15" });
    await eventually(async () => (await database.stores.registers.list()).length === 2);
    expect(await listedOn("+12025550100", "+12025550102")).toEqual([["us-national"], []]);
    door.open();
    await replacing;
    expect(await listedOn("+12025550100", "+12025550101", "+12025550102", "+12025550103")).toEqual([
      [],
      [],
      ["us-national"],
      ["us-national"],
    ]);
    expect(await numbersKept()).toBe(4);
    expect(await makeTidyRegisters({ stores: database.stores, clock })()).toBe(1);
    expect(await numbersKept()).toBe(2);
    expect(await makeTidyRegisters({ stores: database.stores, clock })()).toBe(0);
  });

  it("beside others leaves them alone, also when they are cleaned", async () => {
    await loaded("202,5550100\n");
    await loaded("202,5550100\n202,5550101\n", { name: "own-litigators", kind: "litigator" });
    await loaded("202,5550109\n", { fileDate: "2026-11-02" });
    await makeTidyRegisters({ stores: database.stores, clock })();
    expect(await listedOn("+12025550100", "+12025550101", "+12025550109")).toEqual([
      ["own-litigators"],
      ["own-litigators"],
      ["us-national"],
    ]);
  });

  it("with a few rubbish lines is loaded, and each is kept with its reason", async () => {
    const good = Array.from({ length: 199 }, (_, index) => `202,555${1000 + index}`);
    const { load, rubbish } = await loaded([...good.slice(0, 100), "n/a", ...good.slice(100)].join("\n"));
    expect(load.counts).toEqual({ lines: 200, numbers: 199, rubbish: 1 });
    expect(rubbish).toEqual([{ line: 101, field: "phone", found: "n/a", expected: "a phone number" }]);
    expect(await database.stores.registers.rubbishOf(load.id)).toEqual(rubbish);
  });

  it("with more rubbish than one line in a hundred is refused, and the one before serves on", async () => {
    await loaded("202,5550100\n");
    const bad = ["202,5550101", ...Array.from({ length: 2_000 }, () => "\u0000\uFFFF rubbish")].join("\n");
    const answer = await loadRegister(order(bad, { fileDate: "2026-11-02" }));
    expect(answer).toMatchObject({ ok: false, reason: "too-much-rubbish", load: { state: "failed", counts: { rubbish: 2_000 } } });
    expect(answer.rubbish).toHaveLength(1_000);
    expect(await listedOn("+12025550100", "+12025550101")).toEqual([["us-national"], []]);
    const insisted = await loadRegister(order(bad, { fileDate: "2026-11-02", acceptRubbish: true }));
    expect(insisted).toMatchObject({ ok: true, load: { counts: { lines: 2_001, numbers: 1 } } });
  });

  it("with numbers of another country is refused where the register is a country's, and each line says why", async () => {
    const answer = await loadRegister(order("202,5550100\n+442079460001\n+14165550100\n"));
    expect(answer).toMatchObject({ ok: false, reason: "too-much-rubbish", load: { counts: { lines: 3, numbers: 1, rubbish: 2 } } });
    expect(answer.rubbish).toEqual([
      { line: 2, field: "phone", found: "+442079460001", expected: "a number of US (+1)" },
      { line: 3, field: "phone", found: "+14165550100", expected: "a number of US (+1)" },
    ]);
    expect(await loadRegister(order("+12025550100", { name: "gb-tps", acceptRubbish: true }))).toMatchObject({ reason: "no-numbers" });
  });

  it("of litigators, or of one's own without a jurisdiction, takes numbers of any country", async () => {
    const text = "202,5550100\n+442079460001\n";
    expect((await loaded(text, { name: "sue", kind: "litigator", jurisdiction: "US" })).load.counts.numbers).toBe(2);
    expect((await loaded(text, { name: "own", kind: "state" })).load.counts.numbers).toBe(2);
    expect(await loadRegister(order(text, { name: "texas", kind: "state", jurisdiction: "US-TX" }))).toMatchObject({ ok: false });
  });

  it("that is less than half of the one in force is refused with both counts, unless that is said to be right", async () => {
    await loaded("202,5550100\n202,5550101\n202,5550102\n202,5550103\n202,5550104\n");
    const few = "202,5550100\n202,5550101\n";
    const answer = await loadRegister(order(few, { acceptRubbish: true, fileDate: "2026-11-02" }));
    expect(answer).toMatchObject({ ok: false, reason: "shrinks", load: { state: "failed" } });
    expect(!answer.ok && answer.detail).toMatch(/found 2, against 5 in the one in force of 2026-11-01; expected .*--accept-shrink/);
    expect(await listedOn("+12025550104")).toEqual([["us-national"]]);
    await loaded("202,5550100\n202,5550101\n202,5550102\n", { fileDate: "2026-11-02" });
    await loaded("202,5550100\n", { acceptShrink: true, fileDate: "2026-11-02" });
    expect(await listedOn("+12025550100", "+12025550102")).toEqual([["us-national"], []]);
    expect(await loadRegister(order("", { acceptShrink: true, acceptRubbish: true }))).toMatchObject({ ok: false });
  });

  it.each<[what: string, text: string, more: Partial<RegisterOrder>, reason: string]>([
    ["without a number", "AreaCode,PhoneNumber\n", {}, "no-numbers"],
    ["that is empty", "", { acceptRubbish: true }, "no-numbers"],
    ["without a date", "202,5550100", { fileDate: undefined }, "no-date"],
    ["of a day that does not exist", "202,5550100", { fileDate: "2026-02-30" }, "invalid-date"],
    ["of the day after tomorrow", "202,5550100", { fileDate: "2026-11-20" }, "date-in-the-future"],
    ["of a country that does not exist", "202,5550100", { country: "ZZ" }, "invalid-country"],
    ["under a name that is none", "202,5550100", { name: "US National" }, "invalid-name"],
    ["that no rule names, of nobody knows what kind", "202,5550100", { name: "my-list" }, "kind-needed"],
  ])("%s is refused", async (_what, text, more, reason) => {
    expect(await loadRegister(order(text, more))).toMatchObject({ ok: false, reason });
    expect((await database.stores.registers.list()).filter(({ state }) => state === "current")).toEqual([]);
  });

  it("of an earlier day than the one that is loaded is refused", async () => {
    await loaded("202,5550100");
    expect(await loadRegister(order("202,5550101", { fileDate: "2026-10-31" }))).toMatchObject({ ok: false, reason: "older-file" });
    expect(await listedOn("+12025550100")).toEqual([["us-national"]]);
  });

  it("whose upload breaks off fails, and says so", async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("202,5550100\n");
      throw new Error("the line went dead");
    };
    await expect(loadRegister(order(broken()))).rejects.toThrow("the line went dead");
    const [load] = await database.stores.registers.list({ all: true });
    expect(load).toMatchObject({ state: "failed" });
    expect(load?.failure).toMatch(/interrupted/);
    expect(await listedOn("+12025550100")).toEqual([[]]);
  });

  it("whose load died with its process is failed and cleaned away", async () => {
    const door = aDoor();
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(Array.from({ length: 20_000 }, (_, index) => `202,${2_000_000 + index}\n`).join(""));
      await door.opened;
    };
    const loading = loadRegister(order(endless()));
    await eventually(async () => (await numbersKept()) === 20_000);
    clock.advance(6 * 60_000);
    expect(await makeTidyRegisters({ stores: database.stores, clock })()).toBe(1);
    expect(await numbersKept()).toBe(0);
    door.open();
    // Whoever was alive after all finds it given up, and adds nothing more.
    expect(await loading).toMatchObject({ ok: false, reason: "load-stopped" });
    expect(await numbersKept()).toBe(0);
  });

  it("of 200,000 numbers is written as it is read: little of it is ever held", async () => {
    let given = 0;
    let mostHeld = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < 200_000; from += 5_000) {
        const [load] = await database.stores.registers.list();
        mostHeld = Math.max(mostHeld, given - (load?.counts.lines ?? 0));
        yield Buffer.from(Array.from({ length: 5_000 }, (_, index) => `303,${2_000_000 + from + index}\n`).join(""));
        given += 5_000;
      }
    };
    const { load } = await loaded(counted());
    expect(load.counts).toEqual({ lines: 200_000, numbers: 200_000, rubbish: 0 });
    expect(mostHeld).toBeGreaterThan(0);
    expect(mostHeld).toBeLessThanOrEqual(25_000);
    expect(await listedOn("+13032000000", "+13032199999", "+13032200000")).toEqual([["us-national"], ["us-national"], []]);
  });

  it("is asked with one probe of one index, however many registers are loaded", async () => {
    for (const name of ["one-list", "other-list", "third-list"]) await loaded("202,5550100\n202,5550101\n", { name, kind: "state" });
    const lookup = (await statementsOf((stores) => histories(stores, ["+12025550100"]))).find(({ sql: text }) =>
      text.includes("register_numbers"),
    );
    const plan = await explain(lookup as CompiledQuery);
    const probes = plan.filter((node) => node["Index Name"] === "register_numbers_pkey");
    expect(probes).toHaveLength(1);
    expect(probes[0]).toMatchObject({ "Actual Loops": 1, "Actual Rows": 3, "Index Searches": 1 });
    expect(await listedOn("+12025550100")).toEqual([["one-list", "other-list", "third-list"]]);
  });
});

describe("the list of registers", () => {
  const stateOf = async (name: string) => {
    const states = await makeListRegisters({ stores: database.stores, clock })();
    return states.find((state) => state.name === name);
  };

  it("names those that the law demands, loaded or not, with the rules that do", async () => {
    expect(await stateOf("us-national")).toMatchObject({ current: null, ageDays: null, state: "not-loaded" });
    expect((await stateOf("us-national"))?.demand?.rules).toContain("us-tsr");
  });

  it("says how old each is, and which is too old for the law", async () => {
    await loaded("202,5550100");
    await loaded("202,5550100", { name: "own-list", kind: "litigator" });
    expect(await stateOf("us-national")).toMatchObject({ ageDays: 17, state: "in-force" });
    clock.advance(14 * DAY_MS);
    expect(await stateOf("us-national")).toMatchObject({ ageDays: 31, state: "stale" });
    expect(await stateOf("own-list")).toMatchObject({ ageDays: 31, state: "in-force", demand: null });
  });
});
