import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eventually } from "../../support/eventually.ts";

export type Store = {
  redisUrl: string | null;
  databaseUrl: string;
  /** Breaks every connection to the store, as a restart of it does. */
  interrupt(): Promise<void>;
};

export const LOST_AFTER_MS = 1_500;

/** A worker process that takes a job and is killed with it in hand. */
export async function killWorkerWithJobInHand({ redisUrl, databaseUrl }: Store): Promise<void> {
  const script = fileURLToPath(new URL("./worker-that-hangs.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, databaseUrl, redisUrl ?? "", String(LOST_AFTER_MS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  try {
    await eventually(() => said.includes("in hand"), { withinMs: 15_000 });
  } finally {
    child.kill("SIGKILL");
    await exited;
  }
}
