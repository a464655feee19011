import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "../../../src/adapters/postgres/migrate.ts";
import { canonicalJson } from "../../../src/adapters/postgres/decision-record.ts";
import { runStatement } from "../../support/database-server.ts";
import { verify } from "../../support/ledger.ts";
import { makeTestDatabase, type TestDatabase } from "../../support/test-database.ts";

const ours = fileURLToPath(new URL("../../../src/adapters/postgres/migrations", import.meta.url));
let before: TestDatabase;
let folder: string;
beforeEach(async () => {
  before = await makeTestDatabase({ migrated: false });
  folder = mkdtempSync(join(tmpdir(), "callkeeper-chain-"));
  for (const name of readdirSync(ours).filter((file) => file < "0009")) cpSync(join(ours, name), join(folder, name));
  await migrate({ url: before.url, folder });
});
afterEach(async () => {
  await before[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

test("decisions from before the chain are linked in their order, day by day, and say that they came later", async () => {
  await runStatement(
    before.url,
    `insert into decisions (id, attempt_id, contact_id, phone, asked_by, answer, wait_until, reasons, evidence, decided_at)
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '+12025550' || n, 'release', 'wait', now(), '[{"code": "night"}]', '{"zones": ["Europe/London"]}',
            timestamptz '2026-11-18 10:00:00Z' - n * interval '1 hour'
     from generate_series(100, 1299) as n`,
  );
  await migrate({ url: before.url });
  expect(await verify(before.stores)).toMatchObject({ isUnbroken: true, entryCount: 1_200, breaches: [] });
  const [first] = await before.db.selectFrom("decisions").selectAll().orderBy("day").orderBy("sequence").limit(1).execute();
  expect(first).toMatchObject({ phone: "+120255501299", sequence: 1, answer: "wait" });
  expect(JSON.parse(first?.record ?? "")).toMatchObject({
    note: "written before the chain, linked by migration 0009",
    reasons: [{ code: "night" }],
    evidence: { zones: ["Europe/London"] },
  });
});

test("a record is written the same way whatever the order of its parts", () => {
  const record = { b: [1, { d: null, c: "é\n" }], a: undefined, A: true };
  expect(canonicalJson(record)).toBe('{"A":true,"b":[1,{"c":"é\\n","d":null}]}');
  expect(canonicalJson({ A: true, b: [1, { c: "é\n", d: null }] })).toBe(canonicalJson(record));
});
