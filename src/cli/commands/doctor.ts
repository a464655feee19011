import type { Command } from "commander";
import { examine } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";
import { CliFailure } from "../failure.ts";
import { findSettings } from "../house.ts";
import { show } from "../output.ts";

const MARKS: Readonly<Record<Finding["state"], string>> = { well: "ok  ", odd: "look", ill: "BAD " };

const line = ({ name, state, found, expected }: Finding): string =>
  `${MARKS[state]}  ${name.padEnd(15)} ${found}${expected === undefined ? "" : `; expected ${expected}`}`;

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("look at settings, versions, stores, clocks, time zones and the carrier")
    .option("--json", "as JSON")
    .action(async (options: { json?: boolean }) => {
      const { env, release } = await findSettings({ orWhatThereIs: true });
      try {
        const findings = await examine(env);
        show(options, { json: findings, text: findings.map(line).join("\n") });
        const bad = findings.filter(({ state }) => state === "ill").length;
        if (bad > 0) throw new CliFailure({ code: "not-well", message: `${bad} of ${findings.length} findings are bad` });
      } finally {
        await release();
      }
    });
}
