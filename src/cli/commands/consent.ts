import type { Command } from "commander";
import { CALL_KINDS, type CallKind } from "../../../campaigns/compliance/call-kind.ts";
import { CONSENT_BASES, type ConsentBasis } from "../../../campaigns/compliance/consent.ts";
import { type ConsentEntry, WITHDRAWAL_CHANNELS, type WithdrawalChannel } from "../../ports/consent-store.ts";
import { withHouse } from "../house.ts";
import { at, drawTable, show } from "../output.ts";
import { instant, named, oneOf, phone, title, wholeNumber } from "../parse.ts";
import { orFail } from "../refusal.ts";

type Json = { json?: boolean };
type About = { kind?: CallKind[]; subject?: string };
type AddOptions = Json &
  About & {
    basis: ConsentBasis;
    source: string;
    obtained: number;
    until?: number;
    anyTime?: boolean;
    person?: boolean;
    proof?: Record<string, string>;
  };
type WithdrawOptions = Json & About & { onlyNumber?: boolean; channel: WithdrawalChannel; at?: number; reason: string };

const ACTOR = "cli";

const callKinds = (found: string, before: CallKind[] = []): CallKind[] => [...before, oneOf(CALL_KINDS)(found)];

const table = (consents: readonly ConsentEntry[]): string =>
  drawTable({
    columns: ["id", "for", "basis", "calls", "subject", "how", "obtained", "until"],
    rows: consents.map((consent) => [
      consent.id,
      consent.covers === "person" ? `whoever answers ${consent.phone}` : consent.phone,
      consent.basis,
      consent.callKinds.join(", ") || "all",
      consent.subject,
      consent.source,
      at(consent.obtainedAt),
      at(consent.until),
    ]),
  });

const add = (number: string, options: AddOptions): Promise<void> =>
  withHouse(async ({ services }) => {
    const { kind = [], subject = null, basis, source, obtained, until = null, proof = {} } = options;
    const { consent, isForbidden } = orFail(
      await services.recordConsent({
        phone: number,
        covers: options.person ? "person" : "number",
        contactId: null,
        basis,
        callKinds: kind,
        subject,
        source,
        obtainedAt: obtained,
        until,
        agreedTime: options.anyTime ? "any" : null,
        proof,
        recordedBy: ACTOR,
      }),
      "write down the consent",
    );
    const warning = isForbidden ? "\nA do-not-call entry stands against it: callkeeper do-not-call list --phone shows it." : "";
    show(options, { json: { ...consent, isForbidden }, text: table([consent]) + warning });
  });

const list = (options: Json & { phone?: string; limit: number }): Promise<void> =>
  withHouse(async ({ stores }) => {
    const { items } = await stores.consents.page({ phone: options.phone, after: null, limit: options.limit });
    const withdrawals = options.phone === undefined ? [] : await stores.consents.withdrawalsOf(options.phone);
    const ends = withdrawals.map(
      ({ withdrawnAt, channel, callKinds: kinds, covers }) =>
        `Taken back ${at(withdrawnAt)} by ${channel}: ${kinds.join(", ") || "everything"}, for the ${covers}.`,
    );
    const text = [items.length === 0 ? "No consent is written down." : table(items), ...ends].join("\n");
    show(options, { json: options.phone === undefined ? items : { consents: items, withdrawals }, text });
  });

const withdraw = (number: string, options: WithdrawOptions): Promise<void> =>
  withHouse(async ({ services }) => {
    const { kind = [], subject = null, channel, reason } = options;
    const covers = options.onlyNumber ? "number" : "person";
    const what = { phone: number, covers, callKinds: kind, subject, channel, reason, withdrawnAt: options.at ?? null } as const;
    const { withdrawal, entry } = orFail(
      await services.withdrawConsent({ ...what, attemptId: null, recordedBy: ACTOR, createdBy: null }),
      "take the consent back",
    );
    const text = entry
      ? "Taken back: no call goes out to them any more, in no campaign."
      : "Taken back in part: such calls are refused from now on.";
    show(options, { json: withdrawal, text });
  });

const aboutOptions = (command: Command): Command =>
  command
    .option("--kind <kind>", `calls of this kind only: ${CALL_KINDS.join(", ")}; may be repeated`, callKinds)
    .option("--subject <subject>", "calls about this only, e.g. solar-panels", title);

export function addConsent(program: Command): void {
  const command = program.command("consent").description("who may be called for what, and what proves it");
  aboutOptions(command.command("add"))
    .argument("<number>", "E.164, e.g. +12025550100", phone)
    .description("write down a consent or a relationship; it is never changed, only withdrawn")
    .requiredOption("--basis <basis>", CONSENT_BASES.join(", "), oneOf(CONSENT_BASES))
    .requiredOption("--source <how>", "how it was obtained: web-form, recording, paper", title)
    .requiredOption("--obtained <iso>", "when, e.g. 2026-10-01T10:00:00Z", instant)
    .option("--until <iso>", "when it ends by itself; else by law only", instant)
    .option("--person", "for every number of whoever answers this one")
    .option("--any-time", "the person agreed to be called at any hour")
    .option("--proof <name=value>", "what shows it, e.g. formId=spring-7; may be repeated", named)
    .option("--json", "as JSON")
    .action(add);
  command
    .command("list")
    .description("consents as they were written down, newest first")
    .option("--phone <e164>", "those that speak of this number, and what was taken back", phone)
    .option("--limit <n>", "how many", wholeNumber(1, 10_000), 50)
    .option("--json", "as JSON")
    .action(list);
  aboutOptions(command.command("withdraw"))
    .argument("<number>", "E.164; whoever answers it", phone)
    .description("take consent back; stops every call that is not yet released, in all campaigns, at once")
    .option("--only-number", "for this number alone, not the person on their other numbers")
    .option("--channel <channel>", WITHDRAWAL_CHANNELS.join(", "), oneOf(WITHDRAWAL_CHANNELS), "cli")
    .option("--at <iso>", "when the person said it; else now", instant)
    .option("--reason <words>", "why; no personal data", title, "asked-by-the-person")
    .option("--json", "as JSON")
    .action(withdraw);
}
