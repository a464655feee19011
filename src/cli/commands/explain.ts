/** `explain` and `windows`: what the rules say of a number, without a database and without settings. */
import type { Command } from "commander";
import { CONSENT_WORDS_IN_FULL } from "../../../campaigns/compliance/explain/consent-word.ts";
import { explainCall } from "../../../campaigns/compliance/explain/explain-call.ts";
import { permittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import { type Read, readExplainQuery, readWindowsQuery } from "../../../campaigns/compliance/explain/query.ts";
import { type Answer, answerToLine, explainAnswer, explanationJson, windowsAnswer, windowsJson } from "../explain/answer-line.ts";
import { answerLines } from "../explain/batch.ts";
import { explanationText, windowsText } from "../explain/text.ts";
import { CliFailure } from "../failure.ts";
import { say } from "../output.ts";

type Options = { json?: boolean; batch?: boolean; days?: string } & Record<string, unknown>;

const BATCH_HELP = `
Batch: one JSON object a line on stdin, one answer a line on stdout in the same order. A bad line and an empty one
are answered with {"error": {"field", "found", "expected"}} and the batch goes on. The fields of a line are
`;

function withPlace(command: Command): Command {
  return command
    .argument("[phone]", "the number, as +12025550100; without + the --country says where it is from")
    .option("--postal <code>", "postal code of the person's address")
    .option("--country <code>", "country of the address, two letters")
    .option("--region <code>", "state or province, US-FL")
    .option("--zone <name>", "time zone that the person gave, America/New_York")
    .option("--kind <kind>", "telemarketing (default), prerecorded, debt, informational, requested-callback, research, fundraising")
    .option("--consent <word>", CONSENT_WORDS_IN_FULL)
    .option("--number-type <type>", "mobile or landline; unknown counts as mobile")
    .option("--automatic", "a machine chooses and dials the number")
    .option("--json", "the answer as one line of JSON")
    .option("--batch", "answer queries from stdin");
}

/** The options that were given, as the fields of a query. */
function fieldsOf(phone: string, { json: _json, batch: _batch, days, ...fields }: Options): Record<string, unknown> {
  return { phone, ...fields, ...(days === undefined ? {} : { days: /^-?\d+(\.\d+)?$/.test(days) ? Number(days) : days }) };
}

const usage = (message: string): CliFailure => new CliFailure({ code: "wrong-options", kind: "usage", message });

async function runBatch(answer: (input: unknown) => Answer, phone: string | undefined, options: Options): Promise<void> {
  const others = Object.keys(options).filter((name) => name !== "batch" && name !== "json");
  if (phone !== undefined || others.length > 0)
    throw usage(
      `--batch: found ${phone === undefined ? `--${others[0]}` : "a number"} beside it; expected every field in the lines on stdin`,
    );
  await answerLines((line) => answerToLine(line, answer), process.stdin, process.stdout);
}

type Single<Query> = { read: Read<Query>; json: (query: Query) => Answer; text: (query: Query) => string };

function runSingle<Query>({ read, json, text }: Single<Query>, options: Options): void {
  if (read.ok) return say(options.json ? json(read.query) : text(read.query));
  const { field, found, expected } = read.error;
  if (!options.json) throw new CliFailure({ code: "bad-query", message: `${field}: found ${found}; expected ${expected}` });
  say(JSON.stringify({ error: read.error }));
  process.exitCode = 1;
}

const expectPhone = (phone: string | undefined): string => {
  if (phone === undefined) throw usage("phone: found nothing; expected a phone number, or --batch and queries on stdin");
  return phone;
};

export function addExplain(program: Command): void {
  withPlace(program.command("explain"))
    .description("may this number be called, and why: the law alone, without a database")
    .option("--at <time>", "ISO 8601, UTC where no offset is given; now")
    .addHelpText(
      "after",
      `
What is not stated is taken for the worse: without --consent there is none, and a number of unknown type is a mobile. Where
the law then forbids the call the answer is never, with the reason (consent-required, mobile-ban).
${BATCH_HELP}phone, postal, country, region, zone, kind, consent, numberType, automatic and at; all but phone may be left out.`,
    )
    .action(async (phone: string | undefined, options: Options) => {
      if (options.batch) return runBatch((input) => explainAnswer(input, Date.now()), phone, options);
      const read = readExplainQuery(fieldsOf(expectPhone(phone), options), Date.now());
      return runSingle(
        {
          read,
          json: (query) => explanationJson(explainCall(query)),
          text: (query) => explanationText(explainCall(query), query),
        },
        options,
      );
    });
}

export function addWindows(program: Command): void {
  withPlace(program.command("windows"))
    .description("when this number may be called, in UTC: the law alone, without a database")
    .option("--from <time>", "ISO 8601, UTC where no offset is given")
    .option("--days <number>", "days of 24 hours, 1 to 3660")
    .addHelpText(
      "after",
      `
The spans are hours. What is not stated (--consent, --number-type) does not shorten them; the reasons name what the law
demands (consent-required, mobile-ban), and explain answers never until it is stated. What is stated and does not suffice
(--consent none, --number-type mobile) leaves no time.
${BATCH_HELP}phone, postal, country, region, zone, kind, consent, numberType, automatic, from and days.`,
    )
    .action(async (phone: string | undefined, options: Options) => {
      if (options.batch) return runBatch(windowsAnswer, phone, options);
      const read = readWindowsQuery(fieldsOf(expectPhone(phone), options));
      return runSingle(
        { read, json: (query) => windowsJson(permittedWindows(query)), text: (query) => windowsText(permittedWindows(query), query) },
        options,
      );
    });
}
