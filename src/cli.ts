#!/usr/bin/env node
/** The command line. `callkeeper --help` shows the commands; each lives in src/cli/commands/. */
import { run } from "./cli/run.ts";

await run(process.argv);
