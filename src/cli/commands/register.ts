import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import type { RubbishLine } from "../../ports/register-store.ts";
import type { RegisterState } from "../../services/registers/list-registers.ts";
import { expectFile } from "../csv-file.ts";
import { CliFailure } from "../failure.ts";
import { withHouse } from "../house.ts";
import { drawTable, show } from "../output.ts";
import { country, day, jurisdiction, oneOf } from "../parse.ts";

type Json = { json?: boolean };
type Kind = "national" | "state" | "litigator";
type LoadOptions = Json & {
  name: string;
  date: string;
  kind?: Kind;
  jurisdiction?: string;
  country?: string;
  acceptRubbish?: boolean;
  acceptShrink?: boolean;
};

/** Rubbish lines that are shown to a person; `--json` has all that were kept. */
const MOST_SHOWN = 10;

const inWords = (lines: readonly RubbishLine[], count: number): string =>
  [
    ...lines
      .slice(0, MOST_SHOWN)
      .map(({ line, field, found, expected }) => `  line ${line}: ${field}: found ${found}, expected ${expected}`),
    ...(count > MOST_SHOWN ? [`  … and ${count - MOST_SHOWN} more`] : []),
  ].join("\n");

const load = async (file: string, options: LoadOptions): Promise<void> => {
  await expectFile(file, { expected: "a text file" });
  await withHouse(async ({ services }) => {
    const { name, date: fileDate, kind, jurisdiction: of, country: from, acceptRubbish = false, acceptShrink = false } = options;
    const told = { name, fileDate, kind, jurisdiction: of, country: from, acceptRubbish, acceptShrink };
    const answer = await services.loadRegister({ ...told, fileName: basename(file), loadedBy: "cli", stream: createReadStream(file) });
    const rubbish = answer.rubbish ?? [];
    if (!answer.ok) {
      const lines = rubbish.length > 0 ? `\n${inWords(rubbish, answer.load?.counts.rubbish ?? rubbish.length)}` : "";
      throw new CliFailure({ code: answer.reason, message: `load ${basename(file)}: refused, ${answer.reason}: ${answer.detail}${lines}` });
    }
    const { counts } = answer.load;
    const what = `${name} of ${answer.load.fileDate} is in force: ${counts.numbers} numbers from ${counts.lines} lines.`;
    const without =
      counts.rubbish > 0
        ? `\n${counts.rubbish === 1 ? "1 line holds" : `${counts.rubbish} lines hold`} no number:\n${inWords(rubbish, counts.rubbish)}`
        : "";
    show(options, { json: { ...answer.load, rubbish }, text: what + without });
  });
};

const table = (states: readonly RegisterState[]): string =>
  drawTable({
    columns: ["name", "kind", "state", "file date", "days old", "most days", "numbers", "demanded by"],
    rows: states.map(({ name, current, loading, ageDays, demand, state }) => [
      name,
      current?.kind ?? demand?.kind ?? null,
      loading ? `${state}, loading` : state,
      current?.fileDate ?? null,
      ageDays,
      demand?.mostAgeDays ?? null,
      current?.counts.numbers ?? null,
      demand?.rules.join(", ") ?? "no rule",
    ]),
  });

export function addRegister(program: Command): void {
  const command = program.command("register").description("registers of numbers not to be called: national, of states, of litigators");
  command
    .command("load")
    .argument("<file>", "one number a line: E.164, national with --country, or area code and number (212,5551234)")
    .description("load a register; the one before serves until the new one is whole")
    .requiredOption("--name <name>", "what rules demand it by, e.g. us-national, or a name of your own")
    .requiredOption("--date <day>", "the day the file is of, e.g. 2026-11-01", day)
    .option("--kind <kind>", "national, state or litigator; for a list that no rule names", oneOf<Kind>(["national", "state", "litigator"]))
    .option(
      "--jurisdiction <code>",
      "whose list it is, e.g. US-TX, and of which country its numbers must be; for a list that no rule names",
      jurisdiction,
    )
    .option("--country <code>", "where numbers without a plus sign are from, e.g. US", country)
    .option("--accept-rubbish", "load it although more than one line in a hundred holds no number of the register's country")
    .option("--accept-shrink", "load it although it holds less than half as many numbers as the one in force")
    .option("--json", "as JSON")
    .action(load);
  command
    .command("list")
    .description("registers that are loaded or that the law demands, with their age")
    .option("--json", "as JSON")
    .action((options: Json) =>
      withHouse(async ({ services }) => {
        const states = await services.listRegisters();
        show(options, { json: states, text: table(states) });
      }),
    );
}
