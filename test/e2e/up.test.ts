/** `npm start` as a person has it, from the build: one house for the whole file, on a data folder of its own. */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../src/cli/up/ports.ts";
import { eventually } from "../support/eventually.ts";

const CLI = join(process.cwd(), "dist/src/cli.js");
const SETTINGS = /^(?:DATABASE_URL|REDIS_URL|TWILIO_|CARRIER|PORT|HOST|PUBLIC_BASE_URL|SESSION_SECRET|NODE_ENV|LOG_LEVEL)/;

let folder: string;
let env: NodeJS.ProcessEnv;
let port: number;

beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: npm run build (npm test does it)`);
  folder = mkdtempSync(join(tmpdir(), "callkeeper-up-"));
  const kept = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  env = { ...Object.fromEntries(kept), DATA_DIR: join(folder, "data"), CALLKEEPER_TEST_HOUSE: folder };
  port = (await freePort("127.0.0.1", 0)) ?? 0;
});
afterAll(async () => {
  for (const house of houses) house.process.kill("SIGINT");
  await Promise.all(houses.map((house) => house.ended));
  rmSync(folder, { recursive: true, force: true });
});

type House = { process: ChildProcess; said: () => string; ended: Promise<number | null> };
const houses: House[] = [];

function startHouse(...args: string[]): House {
  const child = spawn(process.execPath, [CLI, "up", "--port", String(port), "--speed", "4", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<number | null>((settle) => child.once("exit", settle));
  const house = { process: child, said: () => said, ended };
  houses.push(house);
  return house;
}
const hears = (house: House, what: RegExp, withinMs: number): Promise<RegExpExecArray> =>
  eventually(
    () => {
      const found = what.exec(house.said());
      if (!found) throw new Error(`did not say ${what}, but:\n${house.said().slice(-2_000)}`);
      return found;
    },
    { withinMs },
  );

/** One command beside the house. */
function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((settle) => {
    execFile(process.execPath, [CLI, ...args], { env }, (error, out, err) => settle({ code: error ? Number(error.code) : 0, out, err }));
  });
}

/** Every process as `pid command line`. */
const execPs = (): string[] => execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");

/** Processes of this house, by the environment that all of them inherit. PostgreSQL may see its folder under another name. */
function partsAlive(): { pid: number; what: string }[] {
  return execPs()
    .map((line) => ({ pid: Number.parseInt(line, 10), what: line.trim() }))
    .filter(({ pid, what }) => /dist\/|bin\/postgres/.test(what) && environmentOf(pid).includes(folder));
}
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}

describe("one command", { timeout: 180_000 }, () => {
  let house: House;

  it("opens the house, prints the first password once, and joins people to agents", async () => {
    house = startHouse();
    await hears(house, /Ready after/, 90_000);
    expect(house.said()).toMatch(/Admin: \S+, password \S+ \(shown this once/);
    await hears(house, / [1-9]\d* connected/, 40_000);
    await hears(house, /spoken to: [1-9]/, 60_000);
  });

  it("is refused a second time on the same data folder", async () => {
    const second = await command("up");
    expect(second.code).toBe(1);
    expect(second.err).toMatch(new RegExp(`already runs on .*http://127.0.0.1:${port}`));
  });

  it("lets other commands join in without any setting", async () => {
    const list = JSON.parse((await command("campaign", "list", "--json")).out) as { id: string; name: string; state: string }[];
    expect(list).toMatchObject([{ state: "running" }]);
    expect((await command("campaign", "status", list[0]?.name ?? "")).out).toMatch(/^Contacts +385:/m);
    expect((await command("campaign", "pause", list[0]?.id ?? "")).out).toContain("paused");
    expect((await command("campaign", "start", list[0]?.id ?? "")).out).toContain("running");
    expect((await command("attempts", "--limit", "1", "--json")).out).toContain('"submittingAt"');
    expect(await command("campaign", "status", "no such campaign")).toMatchObject({ code: 1, err: expect.stringContaining("found none") });
    expect((await command("users", "add", "--email", "sup@example.com", "--name", "Sup", "--role", "supervisor")).out).toMatch(
      /Password, shown this once: \S+/,
    );
    expect(await command("users", "add", "--email", "SUP@example.com", "--name", "Sup", "--role", "admin")).toMatchObject({
      code: 1,
      err: expect.stringContaining("email-taken"),
    });
  });

  it("takes another list from the command line and keeps what it could not use", async () => {
    const file = join(folder, "more.csv");
    writeFileSync(file, "Name,Mobile\nAda Example,020 7946 0123\nBad Example,12\n");
    const imported = await command("import", file, "--country", "GB", "--name", "More", "--json");
    const list = JSON.parse(imported.out) as { id: string; counts: object };
    expect(list.counts).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
    expect((await command("refused", list.id)).out).toContain("Bad Example");
    expect((await command("contacts", "--list", list.id)).out).toContain("+442079460123");
    expect(await command("import", join(folder, "none.csv"))).toMatchObject({ code: 2, err: expect.stringContaining("no such file") });
  });

  it("is found well by the doctor", async () => {
    const { code, out } = await command("doctor", "--json");
    const findings = JSON.parse(out) as { name: string; state: string }[];
    expect(findings.filter(({ state }) => state === "ill")).toEqual([]);
    expect(findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Database", "Migrations", "Carrier", "Carrier clock", "Time zones"]),
    );
    expect(code).toBe(0);
  });

  it("keeps passwords and tokens out of what it prints and logs", () => {
    const secrets = Object.values(JSON.parse(readFileSync(join(folder, "data/secrets.json"), "utf8")) as Record<string, string>);
    const password = readFileSync(join(folder, "data/postgres-password"), "utf8").trim();
    const hidden = [...secrets.filter((secret) => !/^(?:AC|SK|AP)/.test(secret)), password];
    const logs = ["carrier", "server", "workers", "floor"].map((name) => readFileSync(join(folder, "data/logs", `${name}.log`), "utf8"));
    for (const secret of hidden) expect([house.said(), ...logs, ...execPs()].some((text) => text.includes(secret))).toBe(false);
  });

  it("leaves no part behind when it is killed, and goes on afterwards where it stopped", async () => {
    const before = Number(
      /.*?(\d+)\/385 tried/s.exec(
        house
          .said()
          .split("\n")
          .toReversed()
          .find((line) => line.includes("tried")) ?? "",
      )?.[1],
    );
    // Only Linux lets us read the environment of the parts.
    if (process.platform === "linux") expect(partsAlive().map(({ what }) => what)).toHaveLength(6);
    house.process.kill("SIGKILL");
    await eventually(() => partsAlive().every(({ what }) => what.includes("postgres")), { withinMs: 15_000 });
    house = startHouse();
    await hears(house, /Ready after/, 60_000);
    expect(house.said()).not.toContain("password");
    const [, tried] = await hears(house, /(\d+)\/385 tried/, 30_000);
    expect(Number(tried)).toBeGreaterThanOrEqual(before);
    await hears(house, / [1-9]\d* connected/, 60_000);
  });

  it("stops everything within ten seconds of Ctrl-C", async () => {
    const asked = performance.now();
    house.process.kill("SIGINT");
    expect(await house.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(house.said()).toContain("Stopped.");
    expect(partsAlive()).toEqual([]);
  });

  it("dials one's own list in place of the demo's, and says why a file cannot be used", async () => {
    const mine = join(folder, "mine.csv");
    writeFileSync(mine, "name,phone\nAda Example,+12025550143\nBen Example,+61255501234\n");
    const own = startHouse("--list", mine);
    await hears(own, /mine\.csv: 2 rows, 2 taken, 0 refused/, 60_000);
    await hears(own, /paused: Demo/, 10_000);
    await hears(own, /\/2 tried/, 60_000);
    own.process.kill("SIGTERM");
    expect(await own.ended).toBe(0);
    const bad = join(folder, "bad.csv");
    writeFileSync(bad, "name,town\nAda,Bath\n");
    expect(await command("up", "--list", bad, "--port", String(port))).toMatchObject({
      code: 1,
      err: expect.stringContaining("no-phone-column"),
    });
    expect(partsAlive()).toEqual([]);
  });

  it("begins with an empty database when asked to, puts the old one aside, and stops at once when told twice", async () => {
    const fresh = startHouse("--fresh");
    await hears(fresh, /The database from before is in \S+postgres-until-\d+T\d+/, 60_000);
    await hears(fresh, /contacts\.csv: 385 rows/, 60_000);
    await hears(fresh, /Ready after/, 60_000);
    fresh.process.kill("SIGINT");
    await pause(300);
    fresh.process.kill("SIGINT");
    // 130 by the second signal, or 0 when the first had finished by then.
    expect([0, 130]).toContain(await fresh.ended);
    expect(partsAlive()).toEqual([]);
  });
});
