import type { Command } from "commander";
import { ATTEMPT_STATES, type AttemptState } from "../../../campaigns/attempts/attempt.ts";
import type { DecisionEvidence } from "../../../campaigns/compliance/decision.ts";
import type { LoggedAttempt, LoggedDecision } from "../../ports/attempt-log.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { withHouse } from "../house.ts";
import { at, drawTable, show } from "../output.ts";
import { identity, oneOf, wholeNumber } from "../parse.ts";

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
    const campaign = options.campaign === undefined ? undefined : await findCampaign({ stores }, options.campaign);
    const filter = { campaignId: campaign?.id, contactId: options.contact, state: options.state };
    const page = await stores.attemptLog.page(filter, { after: null, limit: options.limit });
    show(options, { json: page.items, text: table(page.items) });
  });

/** Why not; or, of a call, what spoke for it: the hour where the person may be, and how often they were called. */
function reasonOf({ reasons, evidence }: LoggedDecision): string | null {
  if (reasons.length > 0) return reasons.map(({ code, detail }) => `${code}: ${detail}`).join("; ");
  // Written by another version it may hold less.
  const { rules = [], localTimes = [], counts = {}, placeSource } = evidence as Partial<DecisionEvidence>;
  const hours = localTimes.map(({ zone, local }) => `${local.slice(11, 16)} in ${zone}`);
  const place = hours.length > 0 ? `${hours.join(", ")} (by ${placeSource ?? "unknown evidence"})` : null;
  const before = counts.placedForContact === undefined ? null : `${counts.placedForContact} earlier calls in this campaign`;
  return [rules.length > 0 ? `allowed by ${rules.length} rules` : null, place, before].filter((part) => part !== null).join("; ") || null;
}

/** One attempt with why it was allowed or not, and what the carrier said. */
const showOne = (id: string, options: Options): Promise<void> =>
  withHouse(async ({ stores }) => {
    const attempt = await stores.attemptLog.find(id);
    if (!attempt) throw new CliFailure({ code: "not-found", message: `attempt: found none with the id ${id}` });
    const [decisions, events] = [await stores.attemptLog.decisionsOf(id), await stores.attemptLog.eventsOf(id)];
    const why = decisions.map((decision) => [
      at(decision.decidedAt),
      decision.askedBy,
      decision.answer,
      at(decision.waitUntil),
      reasonOf(decision),
      `${decision.day}/${decision.sequence} ${decision.hash.slice(0, 12)}`,
    ]);
    const told = events.map(({ receivedAt, source, outcome }) => [at(receivedAt), source, outcome]);
    const text = [
      table([attempt]),
      drawTable({ columns: ["decided", "asked by", "answer", "wait until", "why", "ledger"], rows: why }),
      drawTable({ columns: ["received", "carrier's", "what came of it"], rows: told }),
    ].join("\n\n");
    show(options, { json: { ...attempt, decisions, events }, text });
  });

export function addAttempts(program: Command): void {
  program
    .command("attempts")
    .argument("[id]", "one attempt, with its decisions and carrier events", identity)
    .description("show attempts, newest first; with an id, one with its decisions and carrier events")
    .option("--campaign <campaign>", "of this campaign only")
    .option("--contact <id>", "of this contact only", identity)
    .option("--state <state>", "in this state only", oneOf(ATTEMPT_STATES))
    .option("--limit <n>", "how many", wholeNumber(1, 10_000), 50)
    .option("--json", "as JSON")
    .action((id: string | undefined, options: Options) => (id === undefined ? showMany(options) : showOne(id, options)));
}
