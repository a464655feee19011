import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { quietLog } from "../../../src/cli/quiet-log.ts";
import { seed } from "../../../src/cli/up/seed.ts";
import { envToConfig } from "../../../src/config/config.ts";
import { makeCallkeeper } from "../../../src/wiring.ts";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "callkeeper-seed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const config = () =>
  envToConfig({
    DATABASE_URL: database.url,
    SESSION_SECRET: "s".repeat(40),
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0".repeat(32),
    TWILIO_BASE_URL: "http://127.0.0.1:9",
  });
const lists = async () => (await database.stores.contactLists.page({ after: null, limit: 5 })).items;

describe("what npm start puts into the house", () => {
  it("is not waited for when it is told to stop in the middle of a long list", async () => {
    const listFile = join(folder, "long.csv");
    const numbers = Array.from(
      { length: 80_000 },
      (_, index) => `+1213${234 + Math.floor(index / 10_000)}${String(index % 10_000).padStart(4, "0")}`,
    );
    writeFileSync(listFile, `phone\n${numbers.join("\n")}\n`);
    const stop = new AbortController();
    await using callkeeper = await makeCallkeeper({ config: config(), processName: "cli", log: quietLog });
    const seeding = seed(callkeeper, { listFile, demo: false, country: undefined, agents: 1, signal: stop.signal });
    const outcome = expect(seeding).rejects.toMatchObject({ name: "AbortError" });
    await eventually(async () => ((await lists())[0]?.counts.rows ?? 0) > 0);
    stop.abort();
    await outcome;
    const [list] = await lists();
    expect(list).toMatchObject({ state: "failed", counts: { accepted: 0 } });
    expect(list?.counts.rows).toBeLessThan(80_000);
  });
});
