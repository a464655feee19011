import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aCampaign, aCampaignContact, aContact, aPlace } from "../support/builders.ts";
import { useTestDatabase } from "../support/test-database.ts";

const database = useTestDatabase();

/** The command line as a process of its own, on the test's database and a carrier that nobody asks. */
function callkeeper(...words: string[]): ChildProcess {
  const env = {
    PATH: process.env["PATH"],
    DATABASE_URL: database.url,
    SESSION_SECRET: "s".repeat(40),
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0".repeat(32),
    TWILIO_BASE_URL: "http://127.0.0.1:9",
  };
  return spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function outcome(child: ChildProcess): Promise<{ code: number; said: string }> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number];
  return { code, said };
}

// Each starts a process that loads the whole house: seconds on a machine that is busy with other tests.
describe("a command", { timeout: 90_000 }, () => {
  it("that names a list which is not there drafts nothing", async () => {
    const id = "01a20082-d120-7105-9bff-6f4e9b71b3df";
    const { code, said } = await outcome(callkeeper("campaign", "create", "June", "--caller-id", "+12025550100", "--list", id));
    expect([code, said]).toEqual([1, expect.stringContaining(`--list: found none with the id ${id}`)]);
    expect((await database.stores.campaigns.page({ after: null, limit: 1 })).items).toEqual([]);
  });

  it("that edits a campaign changes what the file names, refuses a field with its fault, and warns of what blocks", async () => {
    const campaign = await aCampaign(database.db, { settings: { callKind: "telemarketing", dialMode: "power" } });
    const place = await aPlace(database.db, { zones: ["America/New_York"], jurisdictions: ["US", "US-NY"] });
    const contact = await aContact(database.db, { place });
    await aCampaignContact(database.db, { campaign, contact });
    const file = join(mkdtempSync(join(tmpdir(), "callkeeper-")), "settings.json");
    writeFileSync(file, JSON.stringify({ ringTimeoutSeconds: 31 }));
    const { code, said } = await outcome(callkeeper("campaign", "edit", campaign.id, "--settings", file));
    expect(code, said).toBe(0);
    expect(said).toMatch(/Warning: .*the register us-national must be asked/);
    expect(said).toMatch(/Warning: .*the campaign lacks callerName and callbackNumber/);
    const edited = await database.stores.campaigns.find(campaign.id);
    expect(edited?.settings).toMatchObject({ ringTimeoutSeconds: 31, dialMode: "power", callKind: "telemarketing" });
    writeFileSync(file, JSON.stringify({ ringTimeoutSeconds: -1 }));
    const refused = await outcome(callkeeper("campaign", "edit", campaign.id, "--settings", file));
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining("ringTimeoutSeconds")]);
    expect((await outcome(callkeeper("campaign", "edit", campaign.id))).code).toBe(2);
  });

  it("that names a worker there is none of starts none, and says which there are", async () => {
    const { code, said } = await outcome(callkeeper("workers", "dialer", "constructor"));
    expect([code, said]).toEqual([2, expect.stringMatching(/^workers: found constructor; expected .*dialer/)]);
  });

  it("that stops everything prints how to lift the stop, and that lifts it", async () => {
    const stopping = callkeeper("stop", "--everything", "--reason", "the wrong list", "--json");
    const said = (await stopping.stdout?.setEncoding("utf8").toArray())?.join("") ?? "";
    const { stop } = JSON.parse(said) as { stop: { id: string } };
    expect(await database.stores.stops.inForce()).toMatchObject([{ id: stop.id, reason: "the wrong list" }]);
    expect((await outcome(callkeeper("stop", "lift", stop.id, "--reason", "all clear"))).code).toBe(0);
    expect(await database.stores.stops.find(stop.id)).toMatchObject({ liftReason: "all clear", liftedBy: "cli" });
  });

  it("does not break when whoever reads it has seen enough", async () => {
    await aContact(database.db);
    const child = callkeeper("contacts", "--json");
    child.stdout?.destroy();
    expect(await outcome(child)).toEqual({ code: 0, said: "" });
  });
});
