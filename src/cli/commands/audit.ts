/** `callkeeper audit`: is the decision ledger as it was written? */
import type { Command } from "commander";
import type { Verification } from "../../services/records/verify-ledger.ts";
import { readAnchors, writeAnchor } from "../anchors.ts";
import { CliFailure } from "../failure.ts";
import { withHouse } from "../house.ts";
import { counted, drawTable, show } from "../output.ts";
import { day, expectSpan } from "../parse.ts";

type VerifyOptions = { from?: string; to?: string; anchors?: string; json?: boolean };

const removed = ({ removed: { retention, erasure } }: Verification): string =>
  retention + erasure === 0
    ? ""
    : ` ${retention + erasure} of them are emptied: ${retention} past their time, ${erasure} for persons who asked.`;

function inText(found: Verification, { seconds, ofDays }: { seconds: number; ofDays: boolean }): string {
  const size = `${counted(found.entryCount, "entry", "entries")} of ${counted(found.dayCount, "day")} in ${seconds.toFixed(1)} s.${removed(found)}`;
  if (found.isUnbroken && found.entryCount === 0) return `Nothing to check: no entry ${ofDays ? "in these days" : "in the ledger yet"}.`;
  if (found.isUnbroken) return `Unbroken: ${size}`;
  const rows = found.breaches.map(({ day: on, sequence, code, detail }) => [on, sequence, code, detail]);
  const more = found.breachCount > rows.length ? [`… and ${found.breachCount - rows.length} more.`] : [];
  return [
    drawTable({ columns: ["day", "entry", "what", "in words"], rows }),
    ...more,
    `BROKEN in ${found.breachCount} places: ${size}`,
  ].join("\n");
}

function verify(options: VerifyOptions): Promise<void> {
  expectSpan(options);
  const anchors = options.anchors === undefined ? [] : readAnchors(options.anchors);
  return withHouse(async ({ services, now }) => {
    const startedAt = now();
    const found = await services.verifyLedger({ from: options.from ?? null, to: options.to ?? null, anchors });
    const ofDays = options.from !== undefined || options.to !== undefined;
    show(options, { json: found, text: inText(found, { seconds: (now() - startedAt) / 1_000, ofDays }) });
    if (!found.isUnbroken) process.exitCode = 1;
  });
}

function anchor(options: { from?: string; to?: string; json?: boolean }): Promise<void> {
  expectSpan(options);
  return withHouse(async ({ stores }) => {
    const { from = "", to = "9999" } = options;
    const heads = (await stores.chain.heads()).filter((head) => head.day >= from && head.day <= to);
    if (heads.length === 0)
      throw new CliFailure({ code: "no-entries", message: "anchor: found no entry of the ledger; expected at least one" });
    show(options, { json: heads, text: heads.map(writeAnchor).join("\n") });
  });
}

export function addAudit(program: Command): void {
  const audit = program
    .command("audit")
    .description("the decision ledger: why every call was made or refused, each entry hashed with the one before it");
  audit
    .command("verify")
    .description("go through the ledger and name every entry that is not as it was written; exit code 1 if there is any")
    .option("--from <day>", "first day (in Greenwich), e.g. 2026-11-01", day)
    .option("--to <day>", "last day", day)
    .option("--anchors <file>", "compare with anchors that were kept elsewhere: finds a ledger that was written anew")
    .option("--json", "as JSON")
    .action(verify);
  audit
    .command("anchor")
    .description("print the end of each day's chain; keep it where nobody who has the database can change it")
    .option("--from <day>", "first day", day)
    .option("--to <day>", "last day", day)
    .option("--json", "as JSON")
    .action(anchor);
}
