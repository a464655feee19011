import { makeCarrier } from "./carrier.ts";
import { readCommandLine, USAGE } from "./command-line.ts";

/** The simulated carrier as a program: says `{"ready":true,"url":…}` on standard output when it listens. */
async function main(): Promise<void> {
  const { port, options, help } = readCommandLine(process.argv.slice(2), process.env);
  if (help) return void process.stdout.write(`${USAGE}\n`);
  const carrier = makeCarrier(options);
  const url = await carrier.listen(port);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void carrier.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Started by another process over IPC: it does not outlive it.
  process.once("disconnect", stop);
  process.stdout.write(`${JSON.stringify({ ready: true, url, seed: carrier.settings.seed, preset: carrier.settings.preset })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
