/** Starts the workers named on the command line, or all of them: `node dist/workers/run.js dialer housekeeper`. */
import { type Callkeeper, type JobHandlers, makeCallkeeper } from "../src/wiring.ts";
import { runProcess } from "../src/wiring/run-process.ts";
import { attemptReaper } from "./attempt-reaper.ts";
import { callEventRecorder } from "./call-event-recorder.ts";
import { dialer } from "./dialer.ts";
import { hopperFiller } from "./hopper-filler.ts";
import { housekeeper } from "./housekeeper.ts";

const WORKERS: Readonly<Record<string, (callkeeper: Callkeeper) => JobHandlers>> = {
  "hopper-filler": hopperFiller,
  dialer,
  "call-event-recorder": callEventRecorder,
  "attempt-reaper": attemptReaper,
  housekeeper,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(WORKERS, name));
if (unknown.length > 0) {
  process.stderr.write(`workers: found ${unknown.join(", ")}; expected ${Object.keys(WORKERS).join(", ")}\n`);
  process.exit(2);
}

await runProcess("workers", async ({ config, log }) => {
  const callkeeper = await makeCallkeeper({ config, processName: "workers", log });
  const names = named.length > 0 ? named : Object.keys(WORKERS);
  const runner = await callkeeper.runJobs(Object.assign({}, ...names.map((name) => WORKERS[name]?.(callkeeper))));
  return {
    [Symbol.asyncDispose]: async () => {
      await runner[Symbol.asyncDispose]();
      await callkeeper[Symbol.asyncDispose]();
    },
  };
});
