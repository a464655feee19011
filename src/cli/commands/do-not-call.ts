import { type Command, InvalidArgumentError } from "commander";
import type { DoNotCallRecord } from "../../ports/do-not-call-store.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { withHouse } from "../house.ts";
import { at, drawTable, show } from "../output.ts";
import { identity, instant, phone, title, wholeNumber } from "../parse.ts";
import { orFail } from "../refusal.ts";

type Json = { json?: boolean };
type AddOptions = Json & { onlyNumber?: boolean; campaign?: string; reason: string; until?: number };

const ACTOR = "cli";

const whom = ({ target, phone: number, prefix }: DoNotCallRecord): string =>
  target === "prefix" ? `${prefix}…` : target === "person" ? `whoever answers ${number}` : (number ?? "");

const table = (entries: readonly DoNotCallRecord[]): string =>
  drawTable({
    columns: ["id", "who is not called", "by", "reason", "from", "since", "until"],
    rows: entries.map((entry) => [
      entry.id,
      whom(entry),
      entry.campaignId === null ? "anybody" : `campaign ${entry.campaignId}`,
      entry.reason,
      entry.source,
      at(entry.createdAt),
      at(entry.expiresAt),
    ]),
  });

/** A number as E.164, or with an asterisk behind it the beginning of many. */
function numberOrBeginning(found: string): string {
  if (!found.endsWith("*")) return phone(found);
  if (/^\+[1-9]\d{1,12}\*$/.test(found)) return found;
  throw new InvalidArgumentError(`found ${found}; expected + and the first 2 to 13 digits before the asterisk, such as +1900*.`);
}

function targetOf(found: string, options: AddOptions) {
  if (found.endsWith("*")) {
    if (options.onlyNumber)
      throw new CliFailure({ code: "prefix", message: `--only-number: found ${found}, expected one number`, kind: "usage" });
    return { target: "prefix", phone: null, prefix: found.slice(0, -1) } as const;
  }
  return { target: options.onlyNumber ? "number" : "person", phone: found, prefix: null } as const;
}

const add = (found: string, options: AddOptions): Promise<void> => {
  const aim = targetOf(found, options);
  return withHouse(async (house) => {
    const campaign = options.campaign === undefined ? undefined : await findCampaign(house, options.campaign);
    const scope = campaign ? ("campaign" as const) : ("organisation" as const);
    const how = { reason: options.reason, source: "cli", createdBy: null, actor: ACTOR, expiresAt: options.until ?? null };
    const wanted = { ...aim, ...how, scope, campaignId: campaign?.id ?? null };
    const { entry } = orFail(await house.services.forbidCalls(wanted), "forbid the calls");
    show(options, { json: entry, text: `${table([entry])}\nIn force: no call that it names goes out any more.` });
  });
};

const list = (options: Json & { phone?: string; limit: number }): Promise<void> =>
  withHouse(async ({ stores, now }) => {
    const page = await stores.doNotCall.page({ phone: options.phone, now: now(), after: null, limit: options.limit });
    show(options, { json: page.items, text: page.items.length === 0 ? "No entry is in force." : table(page.items) });
  });

const remove = (id: string, options: Json): Promise<void> =>
  withHouse(async ({ services, stores }) => {
    orFail(await services.withdrawForbid({ id, actor: ACTOR }), "withdraw the entry");
    show(options, {
      json: await stores.doNotCall.find(id),
      text: "Withdrawn; it stays on record. Consent that was taken back has to be given anew.",
    });
  });

export function addDoNotCall(program: Command): void {
  const command = program.command("do-not-call").description("numbers, persons and beginnings of numbers that are not called");
  command
    .command("add")
    .argument(
      "<number>",
      "E.164, e.g. +12025550100: whoever answers it is called on no number; +1900*: all that begin so",
      numberOrBeginning,
    )
    .description("forbid calls, at once, in every campaign or in one")
    .option("--only-number", "this number alone, not the person on their other numbers")
    .option("--campaign <campaign>", "calls of this campaign alone, by id or name")
    .option("--reason <words>", "why; no personal data", title, "asked-by-the-person")
    .option("--until <iso>", "when it ends by itself, e.g. 2027-01-01T00:00:00Z; else never", instant)
    .option("--json", "as JSON")
    .action(add);
  command
    .command("list")
    .description("entries in force, newest first")
    .option("--phone <e164>", "those that hold for this number, by itself, its person or its beginning", phone)
    .option("--limit <n>", "how many", wholeNumber(1, 10_000), 50)
    .option("--json", "as JSON")
    .action(list);
  command
    .command("remove")
    .argument("<id>", "the entry, as `list` shows it", identity)
    .description("withdraw an entry that was made in error; it stays on record")
    .option("--json", "as JSON")
    .action(remove);
}
