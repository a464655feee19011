import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRunning, takeDataDir } from "../../../src/cli/up/lock.ts";
import { freePort, pickPort } from "../../../src/cli/up/ports.ts";
import { keepSecrets } from "../../../src/cli/up/secrets.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "callkeeper-data-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the data folder", () => {
  it("is held by one `up` at a time, which others can find, and is free again afterwards", async () => {
    const held = await takeDataDir(dataDir);
    held.publish({ PUBLIC_BASE_URL: "http://127.0.0.1:3000", SOMEBODY_ELSES_API_KEY: "secret" });
    await expect(takeDataDir(dataDir)).rejects.toThrow(/already runs on .* \(process \d+, http:\/\/127.0.0.1:3000\)/);
    expect((await findRunning(dataDir))?.settings).toEqual({ PUBLIC_BASE_URL: "http://127.0.0.1:3000" });
    await held[Symbol.asyncDispose]();
    expect(await findRunning(dataDir)).toBeUndefined();
    await (await takeDataDir(dataDir))[Symbol.asyncDispose]();
  });

  it("is taken over from an `up` that was killed", async () => {
    const port = (await freePort("127.0.0.1", 0)) ?? 0;
    writeFileSync(join(dataDir, "running.json"), JSON.stringify({ pid: process.pid, port, word: "word", settings: {} }));
    await using held = await takeDataDir(dataDir);
    expect((await findRunning(dataDir))?.pid).toBe(process.pid);
    held.publish({});
  });

  it("is taken over when some other program listens on the port now", async () => {
    const stranger = createServer((socket) => socket.end("hello")).listen(0, "127.0.0.1");
    await new Promise((settle) => stranger.once("listening", settle));
    const { port } = stranger.address() as { port: number };
    writeFileSync(join(dataDir, "running.json"), JSON.stringify({ pid: 1, port, word: "word", settings: {} }));
    await (await takeDataDir(dataDir))[Symbol.asyncDispose]();
    stranger.close();
  });

  it("is taken over when its mark was cut short by a full disk", async () => {
    writeFileSync(join(dataDir, "running.json"), '{"pid":');
    await (await takeDataDir(dataDir))[Symbol.asyncDispose]();
  });

  it("is won by exactly one of many that start in the same moment", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => takeDataDir(dataDir)));
    const won = tries.filter((result) => result.status === "fulfilled");
    expect(won).toHaveLength(1);
    await won[0]?.value[Symbol.asyncDispose]();
  });
});

describe("the generated secrets", () => {
  it("are made once, kept, and readable by their owner only", () => {
    const made = keepSecrets(dataDir);
    expect(keepSecrets(dataDir)).toEqual(made);
    expect(made.sessionSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(made.accountSid).toMatch(/^AC[0-9a-f]{32}$/);
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("are never made up anew over a damaged file", () => {
    keepSecrets(dataDir);
    const file = join(dataDir, "secrets.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("authToken", "token"));
    expect(() => keepSecrets(dataDir)).toThrow(/found no authToken/);
  });
});

describe("a port", () => {
  it("is the preferred one, or another when that is taken, unless it was asked for by name", async () => {
    const stranger = createServer().listen(0, "127.0.0.1");
    await new Promise((settle) => stranger.once("listening", settle));
    const taken = (stranger.address() as { port: number }).port;
    const other = await pickPort({ host: "127.0.0.1", preferred: taken, insist: false });
    expect(other).not.toBe(taken);
    expect(await pickPort({ host: "127.0.0.1", preferred: other, insist: true })).toBe(other);
    await expect(pickPort({ host: "127.0.0.1", preferred: taken, insist: true })).rejects.toThrow(`PORT: found port ${taken} taken`);
    stranger.close();
  });
});
