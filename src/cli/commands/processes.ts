/** The long-running processes of a real installation, and the migrations before them. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { envToDatabase } from "../../config/config.ts";
import { readEnv } from "../../config/env.ts";
import { migrateDatabase } from "../../wiring/private-database.ts";
import { runProcess } from "../../wiring/run-process.ts";
import { serve } from "../../wiring/serve.ts";
import { show } from "../output.ts";
import { moduleAt } from "../up/parts.ts";

async function migrate(options: { json?: boolean }): Promise<void> {
  const { applied, all } = await migrateDatabase(envToDatabase(readEnv()).database.url);
  const text = applied.length === 0 ? `Nothing to do: all ${all.length} migrations were applied before` : `Applied ${applied.join(", ")}`;
  show(options, { json: { applied, all }, text });
}

/** workers/run is a program of its own; it gets our signals and we take over its exit code. */
function runWorkers(names: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(moduleAt("workers/run")), ...names], { stdio: "inherit" });
  const hand = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, hand);
  return new Promise((settle, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      process.exitCode = code ?? 1;
      settle();
    });
  });
}

export function addProcesses(program: Command): void {
  program
    .command("migrate")
    .description("bring the database of DATABASE_URL up to this version")
    .option("--json", "as JSON")
    .action(migrate);
  program
    .command("server")
    .description("serve the API and the carrier's webhooks")
    .action(() => runProcess("server", serve));
  program.command("workers [names...]").description("run the workers, all or those named").action(runWorkers);
}
