/** Starts the process that serves the API and the carrier's webhooks. */
import { runProcess } from "./wiring/run-process.ts";
import { serve } from "./wiring/serve.ts";

await runProcess("server", serve);
