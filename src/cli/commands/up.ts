import type { Command } from "commander";
import { country, speed, wholeNumber } from "../parse.ts";
import { type UpOptions, up } from "../up/up.ts";

export function addUp(program: Command): void {
  program
    .command("up")
    .description(
      "everything in one command: private PostgreSQL, simulated carrier, server, workers and agents, unless the settings name real ones",
    )
    .option("--list <csv>", "dial this list in place of the demo's (on the simulated carrier)")
    .option("--country <code>", "country of the list's numbers that are written without one, e.g. US", country)
    .option("--agents <n>", "simulated agents", wholeNumber(1, 50), 10)
    .option("--speed <factor>", "how many times quicker than life the public and the agents are", speed, 1)
    .option("--seed <n>", "what all chance follows from", wholeNumber(0, 2_147_483_647), 1)
    .option("--fresh", "begin with an empty database; the one from before is put aside", false)
    .option("--port <port>", "where the API listens; this one or none", wholeNumber(1, 65_535))
    .action((options: UpOptions) => up(options));
}
