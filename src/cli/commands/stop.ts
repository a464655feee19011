/** `callkeeper stop`: no further call goes out, from the moment the command has answered. */
import type { Command } from "commander";
import type { EmergencyStopRecord } from "../../ports/emergency-stop-store.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { type House, withHouse } from "../house.ts";
import { at, counted, drawTable, show } from "../output.ts";
import { identity, title } from "../parse.ts";
import { orFail } from "../refusal.ts";

type Json = { json?: boolean };
type StopOptions = Json & { everything?: boolean; jurisdiction?: string; campaign?: string; reason?: string; hangUp?: boolean };

const ACTOR = "cli";

async function targetOf(house: House, options: StopOptions) {
  const { everything, jurisdiction, campaign } = options;
  const named = [everything, jurisdiction, campaign].filter((what) => what !== undefined);
  if (named.length !== 1)
    throw new CliFailure({
      code: "nothing-to-stop",
      message: `stop: found ${named.length} of --everything, --jurisdiction <code> and --campaign <campaign>; expected exactly one`,
      kind: "usage",
    });
  if (everything) return { scope: "everything", jurisdiction: null, campaignId: null } as const;
  if (jurisdiction !== undefined)
    return { scope: "jurisdiction", jurisdiction: jurisdiction.trim().toUpperCase(), campaignId: null } as const;
  return { scope: "campaign", jurisdiction: null, campaignId: (await findCampaign(house, campaign ?? "")).id } as const;
}

const calls = (count: number): string => counted(count, "call");

/** commander would ask for a mandatory option of this command in `stop list` as well. */
function reasonOf({ reason }: StopOptions): string {
  if (reason !== undefined) return reason;
  throw new CliFailure({ code: "no-reason", message: "--reason: found nothing; expected why the calls stop, in words", kind: "usage" });
}

const stop = (options: StopOptions): Promise<void> => {
  const reason = reasonOf(options);
  return withHouse(async (house) => {
    const target = await targetOf(house, options);
    const wanted = { ...target, reason, hangUp: options.hangUp ?? false, actor: ACTOR };
    const { ok: _ok, ...done } = orFail(await house.services.stopCalls(wanted), "stop");
    const what = target.jurisdiction ?? (target.campaignId === null ? "Everything" : "The campaign");
    const text = [
      `${what} is stopped: no call goes out any more.`,
      `${calls(done.cancelled)} taken back, ${calls(done.hungUp)} hung up${done.unreachable > 0 ? `, ${calls(done.unreachable)} just being placed: taken back as soon as the carrier names them` : ""}.`,
      `Lift it with: callkeeper stop lift ${done.stop.id} --reason "…"`,
    ].join("\n");
    show(options, { json: done, text });
  });
};

const table = (stops: readonly EmergencyStopRecord[]): string =>
  drawTable({
    columns: ["id", "stops", "since", "reason", "by", "lifted"],
    rows: stops.map((one) => [
      one.id,
      one.jurisdiction ?? (one.campaignId === null ? "everything" : `campaign ${one.campaignId}`),
      at(one.createdAt),
      one.reason,
      one.createdBy,
      at(one.liftedAt),
    ]),
  });

const list = (options: Json & { all?: boolean }): Promise<void> =>
  withHouse(async ({ stores }) => {
    const page = await stores.stops.page({ after: null, limit: 200, inForceOnly: !options.all });
    const text = page.items.length === 0 ? (options.all ? "There never was a stop." : "No stop is in force.") : table(page.items);
    show(options, { json: page.items, text });
  });

const lift = (id: string, options: Json & { reason: string }): Promise<void> =>
  withHouse(async ({ services }) => {
    const lifted = orFail(await services.liftStop({ id, reason: options.reason, actor: ACTOR }), "lift the stop");
    show(options, { json: lifted.stop, text: "Lifted: calls go out again." });
  });

export function addStop(program: Command): void {
  const command = program
    .command("stop")
    .description(
      "emergency stop: no call of a jurisdiction, a campaign or anybody goes out until it is lifted; calls that ring are taken back",
    )
    // So that an option after `lift` or `list` is theirs and not this command's.
    .enablePositionalOptions()
    .option("--everything", "all calls")
    .option("--jurisdiction <code>", "all calls to people who may be there: US, US-LA")
    .option("--campaign <campaign>", "all calls of a campaign, by id or name")
    .option("--reason <words>", "why; kept in the audit trail", title)
    .option("--hang-up", "end conversations too")
    .option("--json", "as JSON")
    .action(stop);
  command.command("list").description("stops in force").option("--all", "lifted ones too").option("--json", "as JSON").action(list);
  command
    .command("lift")
    .argument("<id>", "the stop", identity)
    .description("let calls go out again")
    .requiredOption("--reason <words>", "why; kept in the audit trail", title)
    .option("--json", "as JSON")
    .action(lift);
}
