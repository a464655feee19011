/** A redis-server for one test file, on a free port, forgotten when stopped. */
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { eventually } from "./eventually.ts";
import { whenWeAreGone } from "./guard.ts";

export type TestRedis = AsyncDisposable & { url: string; stop(): Promise<void>; start(): Promise<void> };

/** Where redis-server (or valkey-server) is; null when this machine has none. */
export function findRedis(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of ["redis-server", "valkey-server"]) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here; the next folder.
      }
    }
  }
  return null;
}

export async function startTestRedis(binary: string): Promise<TestRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "callkeeper-redis-"));
  const settings = { port, bind: "127.0.0.1", save: "", appendonly: "no", "maxmemory-policy": "noeviction", hz: 100, dir: folder };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let stopServer: () => Promise<void> = async () => undefined;
  const start = async () => {
    const server = spawn(binary, args, { stdio: "ignore" });
    const callOff = whenWeAreGone(`kill -KILL ${server.pid} 2>/dev/null; rm -rf ${folder}`);
    const gone = new Promise<void>((settle) => server.once("exit", () => settle()));
    stopServer = async () => {
      server.kill("SIGKILL");
      await gone;
      callOff();
    };
    await eventually(() => accepts(port));
  };
  await start();
  const stop = () => stopServer();
  const dispose = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}`, stop, start, [Symbol.asyncDispose]: dispose };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => settle(false));
    socket.once("connect", () => {
      socket.destroy();
      settle(true);
    });
  });
}

export function freePort(): Promise<number> {
  return new Promise((settle, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}
