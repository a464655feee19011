import type { Command } from "commander";
import { ATTEMPT_STATES, type AttemptState } from "../../../campaigns/attempts/attempt.ts";
import type { LoggedAttempt } from "../../ports/attempt-log.ts";
import { CliFailure } from "../failure.ts";
import { withHouse } from "../house.ts";
import { at, drawTable, show } from "../output.ts";
import { oneOf, wholeNumber } from "../parse.ts";

type Options = { campaign?: string; contact?: string; state?: AttemptState; limit: number; json?: boolean };

const table = (attempts: readonly LoggedAttempt[]): string =>
  drawTable({
    columns: ["id", "number", "state", "answer", "disposition", "reserved", "connected", "closed"],
    rows: attempts.map((attempt) => [
      attempt.id,
      attempt.phone,
      attempt.state,
      attempt.answer,
      attempt.disposition,
      at(attempt.reservedAt),
      at(attempt.connectedAt),
      at(attempt.closedAt),
    ]),
  });

const showMany = (options: Options): Promise<void> =>
  withHouse(async ({ stores }) => {
    const filter = { campaignId: options.campaign, contactId: options.contact, state: options.state };
    const page = await stores.attemptLog.page(filter, { after: null, limit: options.limit });
    show(options, { json: page.items, text: table(page.items) });
  });

/** One attempt with why it was allowed or not, and what the carrier said. */
const showOne = (id: string, options: Options): Promise<void> =>
  withHouse(async ({ stores }) => {
    const attempt = await stores.attemptLog.find(id);
    if (!attempt) throw new CliFailure({ code: "not-found", message: `attempt: found none with the id ${id}` });
    const [decisions, events] = [await stores.attemptLog.decisionsOf(id), await stores.attemptLog.eventsOf(id)];
    const why = decisions.map(({ decidedAt, askedBy, answer, waitUntil, reasons }) => [
      at(decidedAt),
      askedBy,
      answer,
      at(waitUntil),
      reasons.map(({ code, detail }) => `${code}: ${detail}`).join("; ") || null,
    ]);
    const told = events.map(({ receivedAt, source, outcome }) => [at(receivedAt), source, outcome]);
    const text = [
      table([attempt]),
      drawTable({ columns: ["decided", "asked by", "answer", "wait until", "why"], rows: why }),
      drawTable({ columns: ["received", "carrier's", "what came of it"], rows: told }),
    ].join("\n\n");
    show(options, { json: { ...attempt, decisions, events }, text });
  });

export function addAttempts(program: Command): void {
  program
    .command("attempts [id]")
    .description("show attempts, newest first; with an id, one with its decisions and carrier events")
    .option("--campaign <id>", "of this campaign only")
    .option("--contact <id>", "of this contact only")
    .option("--state <state>", "in this state only", oneOf(ATTEMPT_STATES))
    .option("--limit <n>", "how many", wholeNumber(1, 10_000), 50)
    .option("--json", "as JSON")
    .action((id: string | undefined, options: Options) => (id === undefined ? showMany(options) : showOne(id, options)));
}
