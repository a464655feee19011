import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContact } from "../support/builders.ts";
import { useTestDatabase } from "../support/test-database.ts";

const database = useTestDatabase();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "callkeeper-ledgers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command line as a process of its own, on the test's database and a carrier that nobody asks. */
async function callkeeper(...words: string[]): Promise<{ code: number; said: string; json: () => ReturnType<typeof JSON.parse> }> {
  const env = {
    PATH: process.env["PATH"],
    DATABASE_URL: database.url,
    SESSION_SECRET: "s".repeat(40),
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0".repeat(32),
    TWILIO_BASE_URL: "http://127.0.0.1:9",
  };
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number];
  return { code, said: said || out, json: () => JSON.parse(out) };
}

function aFile(text: string): string {
  const path = join(folder, "dnc.txt");
  writeFileSync(path, text);
  return path;
}
const trail = async () =>
  (await database.db.selectFrom("audit_entries").select(["actor", "action"]).orderBy("id").execute()).map(
    ({ actor, action }) => `${actor} ${action}`,
  );

const PHONE = "+12025550101";

describe("the ledgers on the command line", () => {
  it("do-not-call: add for the person, list by another number of theirs, remove; each is audited", { timeout: 60_000 }, async () => {
    await aContact(database.db, { phones: [PHONE, "+12125550102"] });
    const added = (await callkeeper("do-not-call", "add", PHONE, "--json")).json();
    expect(added).toMatchObject({ target: "person", phone: PHONE, source: "cli", scope: "organisation" });
    expect((await callkeeper("do-not-call", "list", "--phone", "+12125550102", "--json")).json()).toMatchObject([{ id: added.id }]);
    const prefix = await callkeeper("do-not-call", "add", "+1900*", "--reason", "too dear", "--until", "2126-01-01T00:00:00Z", "--json");
    expect(prefix.json()).toMatchObject({ target: "prefix", prefix: "+1900", phone: null, expiresAt: Date.UTC(2126, 0, 1) });
    const [removed, wrong] = await Promise.all([
      callkeeper("do-not-call", "remove", added.id),
      callkeeper("do-not-call", "add", "202 555 0101"),
    ]);
    const [british, short] = await Promise.all([
      callkeeper("do-not-call", "add", "+4402079460124", "--json"),
      callkeeper("do-not-call", "add", "+1202555"),
    ]);
    expect(british.json()).toMatchObject({ phone: "+442079460124" });
    expect(short).toMatchObject({ code: 2, said: expect.stringMatching(/found \+1202555; expected .*\+1202555\*/) });
    expect(removed.said).toContain("Withdrawn");
    expect((await database.stores.doNotCall.find(added.id))?.withdrawnAt).not.toBeNull();
    expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining("E.164") });
    expect(await trail()).toEqual(["cli forbidCalls", "cli forbidCalls", "cli withdrawForbid", "cli forbidCalls"]);
  });

  it("register: load, list with age and rules, and what is wrong with a file", { timeout: 60_000 }, async () => {
    const order = ["--name", "us-national", "--date", "2026-11-01", "--country", "US"];
    const loaded = await callkeeper("register", "load", aFile("2125550101\n2125550102\n2125550103\n"), ...order);
    expect(loaded).toMatchObject({
      code: 0,
      said: expect.stringContaining("us-national of 2026-11-01 is in force: 3 numbers from 3 lines."),
    });
    const part = await callkeeper("register", "load", aFile("2125550101\n"), ...order);
    expect(part).toMatchObject({ code: 1, said: expect.stringMatching(/shrinks: numbers: found 1, against 3 .*--accept-shrink/) });
    const listed = (await callkeeper("register", "list", "--json")).json() as { name: string }[];
    expect(listed.find(({ name }) => name === "us-national")).toMatchObject({ current: { fileDate: "2026-11-01", loadedBy: "cli" } });
    const [bad, undated, missing] = await Promise.all([
      callkeeper("register", "load", aFile("2125550101\nhello\n"), ...order),
      callkeeper("register", "load", "dnc.txt", "--name", "us-national"),
      callkeeper("register", "load", "no-such-file", ...order),
    ]);
    expect([bad.code, bad.said]).toEqual([
      1,
      expect.stringMatching(/too-much-rubbish.*\n.*line 2: phone: found hello, expected a phone number/),
    ]);
    expect(undated).toMatchObject({ code: 2, said: expect.stringContaining("--date") });
    expect(missing).toMatchObject({ code: 2, said: expect.stringContaining("no such file") });
    expect((await callkeeper("register", "load", aFile("2125550101\n"), ...order, "--accept-shrink")).code).toBe(0);
    expect(await trail()).toEqual(["cli loadRegister", "cli loadRegister"]);
  });

  it("consent: add with its proof, list, withdraw", { timeout: 60_000 }, async () => {
    const given = ["--basis", "written", "--source", "paper", "--obtained", "2026-10-01T10:00:00+02:00", "--kind", "telemarketing"];
    expect(await callkeeper("consent", "add", PHONE, ...given)).toMatchObject({ code: 1, said: expect.stringContaining("no-proof") });
    const added = (await callkeeper("consent", "add", PHONE, ...given, "--proof", "scan=box 7", "--json")).json();
    expect(added).toMatchObject({
      proof: { scan: "box 7" },
      callKinds: ["telemarketing"],
      obtainedAt: Date.UTC(2026, 9, 1, 8),
      isForbidden: false,
    });
    expect((await callkeeper("consent", "withdraw", PHONE)).said).toContain("no call goes out to them any more");
    const { consents, withdrawals } = (await callkeeper("consent", "list", "--phone", PHONE, "--json")).json();
    expect([consents, withdrawals]).toMatchObject([[{ id: added.id }], [{ channel: "cli", covers: "person" }]]);
    expect(await trail()).toEqual(["cli recordConsent", "cli withdrawConsent"]);
  });
});
