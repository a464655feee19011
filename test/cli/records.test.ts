import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { aContact } from "../support/builders.ts";
import { aLedgerEntry } from "../support/ledger.ts";
import { useTestDatabase } from "../support/test-database.ts";

const database = useTestDatabase();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callkeeper-records-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS = {
  SESSION_SECRET: "s".repeat(40),
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "0".repeat(32),
  TWILIO_BASE_URL: "http://127.0.0.1:9",
};

/** The command line within this process, on the test's database: what it wrote, and its exit code. */
async function callkeeper(...words: string[]): Promise<{ code: number; said: string; failed: string }> {
  const settings = { ...SETTINGS, DATABASE_URL: database.url };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const [said, failed] = [gathered(process.stdout), gathered(process.stderr)];
  try {
    await run(["node", "callkeeper", ...words]);
    return { code: Number(process.exitCode ?? 0), said: said.text(), failed: failed.text() };
  } finally {
    vi.unstubAllEnvs();
    said.restore();
    failed.restore();
    process.exitCode = 0;
  }
}

function gathered(stream: NodeJS.WriteStream): { text(): string; restore(): void } {
  let text = "";
  const spy = vi.spyOn(stream, "write").mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  return { text: () => text, restore: () => spy.mockRestore() };
}

test("audit verify ends well on an untouched ledger, and with 1 and the place on a broken one", async () => {
  await database.stores.decisions.add([aLedgerEntry(), aLedgerEntry(), aLedgerEntry()]);
  expect(await callkeeper("audit", "verify")).toMatchObject({ code: 0, said: expect.stringMatching(/^Unbroken: 3 entries of 1 day in/) });
  await database.pool.query(
    "begin; set local session_replication_role = replica; update decisions set phone = '+12025550100' where sequence = 2; commit",
  );
  const { code, said } = await callkeeper("audit", "verify");
  expect([code, said]).toEqual([1, expect.stringMatching(/2026-11-18 +2 +column-disagrees +phone/)]);
  expect(said).toContain("BROKEN in 1 places");
});

test("audit verify of days without entries says so, and calls nothing unbroken that it did not see", async () => {
  expect(await callkeeper("audit", "verify")).toMatchObject({ code: 0, said: "Nothing to check: no entry in the ledger yet.\n" });
  await database.stores.decisions.add([aLedgerEntry()]);
  for (const days of [
    ["--from", "2099-01-01"],
    ["--to", "2026-11-01"],
  ])
    expect(await callkeeper("audit", "verify", ...days)).toMatchObject({ code: 0, said: "Nothing to check: no entry in these days.\n" });
});

test("audit anchor prints what audit verify --anchors compares with", async () => {
  await database.stores.decisions.add([aLedgerEntry()]);
  const file = join(folder, "anchors.txt");
  writeFileSync(file, `# kept by the supervisor\n${(await callkeeper("audit", "anchor")).said}`);
  expect(await callkeeper("audit", "verify", "--anchors", file)).toMatchObject({ code: 0 });
  await database.empty();
  await database.stores.decisions.add([aLedgerEntry()]);
  const { code, said } = await callkeeper("audit", "verify", "--anchors", file, "--json");
  expect([code, JSON.parse(said).breaches]).toMatchObject([1, [{ day: "2026-11-18", sequence: 1, code: "anchor-disagrees" }]]);
});

test("a file that holds no anchors is refused by its line", async () => {
  const file = join(folder, "anchors.txt");
  writeFileSync(file, "# nothing\n2026-11-18 one abc\n");
  expect(await callkeeper("audit", "verify", "--anchors", file)).toMatchObject({
    code: 2,
    failed: expect.stringContaining("line 2: found"),
  });
});

test("records export writes a file that only its owner reads", async () => {
  await database.stores.decisions.add([aLedgerEntry({ phone: "+12025550143" })]);
  const file = join(folder, "records.csv");
  expect(await callkeeper("records", "export", "--from", "2026-11-18", "--to", "2026-11-18", "--out", file)).toMatchObject({
    code: 0,
    said: "",
  });
  expect(readFileSync(file, "utf8").split("\r\n")[1]).toContain("+12025550143");
  expect(await callkeeper("records", "export")).toMatchObject({ code: 2 });
  expect(await callkeeper("audit", "verify", "--from", "2026-11-02", "--to", "2026-11-01")).toMatchObject({ code: 2 });
  expect(await callkeeper("records", "export", "--from", "2026-11-31")).toMatchObject({
    code: 2,
    failed: expect.stringContaining("2026-11-31"),
  });
});

test("contacts erase says what went and what stays", async () => {
  const contact = await aContact(database.db, { phones: ["+12025550143"] });
  expect(await callkeeper("contacts", "erase", contact.id)).toMatchObject({
    code: 0,
    said: expect.stringContaining("Removed: 1 contact with 1 number"),
  });
  expect(await callkeeper("contacts", "erase", "--phone", "+12025550143")).toMatchObject({
    code: 1,
    failed: expect.stringContaining("no-such-person"),
  });
  expect(await callkeeper("contacts", "erase")).toMatchObject({ code: 2 });
});
