import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backoffMs, type Child, lastWords, startChild } from "../../../src/cli/up/child.ts";

let folder: string;
const children: Child[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callkeeper-child-"));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop(1_000)));
  rmSync(folder, { recursive: true, force: true });
});

/** A part that runs this JavaScript. */
function part(code: string, message?: unknown) {
  const file = join(folder, "part.mjs");
  writeFileSync(file, code);
  const crashes: string[] = [];
  const logFile = join(folder, "part.log");
  const child = startChild({ name: "part", file, env: process.env, logFile, imports: [], message }, (what) => crashes.push(what));
  children.push(child);
  return { child, crashes, said: () => lastWords(logFile) };
}
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const STAY = "setInterval(() => {}, 1000);";

describe("a part of the house", () => {
  it("gets its orders over the channel, not on its command line", async () => {
    const { said } = part(`process.once("message", (m) => console.log(m.word, process.argv.length)); ${STAY}`, { word: "orders" });
    await vi.waitFor(() => expect(said()).toBe("orders 2"), 5_000);
  });

  it("is started again after a crash, and says so", async () => {
    const { child, crashes, said } = part(`console.log("here"); setTimeout(() => process.exit(3), 50);`);
    await vi.waitFor(() => expect(child.restarts()).toBeGreaterThan(0), 8_000);
    expect(crashes[0]).toBe("part ended (exit code 3) and is started again");
    expect(said()).toContain("here");
  });

  it("stops when asked and does not come back", async () => {
    const { child, crashes, said } = part(
      `process.on("SIGTERM", () => { console.log("bye"); process.exit(0); }); console.log("up"); ${STAY}`,
    );
    await vi.waitFor(() => expect(said()).toBe("up"), 5_000);
    await child.stop(5_000);
    expect(said()).toBe("up\nbye");
    expect(child.state()).toBe("stopped");
    expect(crashes).toEqual([]);
  });

  it("is killed when it does not stop within the grace", async () => {
    const { child, said } = part(`process.on("SIGTERM", () => {}); console.log("up"); ${STAY}`);
    await vi.waitFor(() => expect(said()).toBe("up"), 5_000);
    const pid = child.pid() ?? 0;
    await child.stop(100);
    expect(isAlive(pid)).toBe(false);
  });

  it("ends when the one who started it was killed", async () => {
    const leash = new URL("../../../src/cli/up/leash.ts", import.meta.url).href;
    writeFileSync(join(folder, "part.mjs"), `console.log("part " + process.pid); process.on("SIGTERM", () => process.exit(0)); ${STAY}`);
    const starter = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { fork } from "node:child_process"; fork(${JSON.stringify(join(folder, "part.mjs"))}, [], { execArgv: ["--import", "tsx", "--import", ${JSON.stringify(leash)}], detached: true });`,
    ]);
    const heard = await once(starter.stdout, "data");
    const pid = Number(/part (\d+)/.exec(String(heard[0]))?.[1]);
    expect(isAlive(pid)).toBe(true);
    starter.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);
  });

  it("waits longer after each failure, up to a quarter of a minute", () => {
    expect([1, 2, 3, 4, 10].map(backoffMs)).toEqual([500, 1_000, 2_000, 4_000, 15_000]);
  });
});
