/** One call, or one refusal, as a line of the record. */
import { type CampaignSettings, campaignSettingsSchema } from "../../../campaigns/campaign.ts";
import { abandonMessageOf } from "../../../campaigns/compliance/abandonment/message.ts";
import { DAY_MS, type Instant } from "../../../campaigns/instant.ts";
import type { RecordLine } from "../../ports/call-records.ts";
import { readDecisionRecord } from "./decision-record.ts";
import type { Row } from "./schema.ts";

/** The columns of an attempt are missing where there is none. */
export type CallRow = Partial<Row<"attempts">> & {
  id: string;
  reserved_at: Instant;
  campaignName: string | null;
  abandonSettings?: CampaignSettings | null;
  day: string | null;
  sequence: number | null;
  hash: string | null;
  record: string | null;
  keepUntil: string | null;
};

const iso = (instant: Instant | null | undefined): string | null => (typeof instant === "number" ? new Date(instant).toISOString() : null);
const words = (value: unknown): string | null => (Array.isArray(value) && value.length > 0 ? value.map(String).join(" ") : null);

function durationSeconds({ answered_at, call_ended_at, submitting_at }: CallRow): number | null {
  if (!submitting_at) return null;
  return answered_at && call_ended_at ? Math.round((call_ended_at - answered_at) / 1_000) : 0;
}

/** The message that an abandoned person heard, made again from the settings and the laws of that day. */
function recordedMessage({ abandonSettings, abandoned_at, jurisdictions = [] }: CallRow): string | null {
  if (!abandoned_at || !abandonSettings) return null;
  const settings = campaignSettingsSchema.safeParse(abandonSettings);
  if (!settings.success) return null;
  const terms = { ...settings.data, waivedRules: settings.data.waivedRules.map(({ rule }) => rule) };
  return abandonMessageOf(terms, jurisdictions, Math.floor(abandoned_at / DAY_MS)).text;
}

type Decided = Pick<
  RecordLine,
  "askedBy" | "decision" | "reasons" | "legalRules" | "waivedRules" | "zones" | "consentIds" | "doNotCallIds" | "registers" | "localTime"
> & { jurisdictions?: string | null; callKind?: string | null; subject?: string | null; callerId?: string | null };

type Reason = { code: string; rule: string; citation?: string | null };
const inWords = ({ code, rule, citation }: Reason): string => `${code} (${rule}${citation ? `, ${citation}` : ""})`;

function decided(text: string | null): Decided {
  if (text === null) return {};
  const { askedBy, answer, reasons, evidence, callKind, subject, callerId } = readDecisionRecord(text);
  const [first] = (evidence["localTimes"] ?? []) as { local?: string }[];
  return {
    askedBy,
    decision: answer,
    reasons: (reasons as Reason[]).map(inWords).join("; "),
    legalRules: words(evidence["legalRules"]),
    waivedRules: words(evidence["waivedRules"]),
    zones: words(evidence["zones"]),
    jurisdictions: words(evidence["jurisdictions"]),
    consentIds: words(evidence["consentIds"]),
    doNotCallIds: words(evidence["doNotCallIds"]),
    registers: words(evidence["registers"]),
    localTime: first?.local ?? null,
    callKind: callKind ?? null,
    subject: subject ?? null,
    callerId: callerId ?? null,
  };
}

export function toCall(row: CallRow): RecordLine {
  const { callerId, ...known } = decided(row.record);
  return {
    type: row.submitting_at && row.state !== "released" ? "call" : "refusal",
    id: row.id,
    at: iso(row.submitting_at ?? row.reserved_at),
    callingNumber: row.caller_id ?? callerId ?? null,
    calledNumber: row.phone ?? null,
    durationSeconds: durationSeconds(row),
    disposition: row.disposition ?? null,
    answer: row.answer ?? null,
    agentId: row.agent_id ?? null,
    recordedMessage: recordedMessage(row),
    campaignId: row.campaign_id ?? null,
    campaignName: row.campaignName,
    contactId: row.contact_id ?? null,
    personId: row.person_id ?? null,
    debtId: row.debt_id ?? null,
    reason: row.refusal ?? null,
    ...known,
    callKind: row.call_kind ?? known.callKind ?? null,
    subject: row.subject ?? known.subject ?? null,
    jurisdictions: words(row.jurisdictions) ?? known.jurisdictions ?? null,
    ledgerDay: row.day,
    ledgerSequence: row.sequence,
    ledgerHash: row.hash,
    keptUntil: row.keepUntil,
  };
}

/** An entry of the ledger whose attempt is gone: what the ledger itself says. */
export function toCallWithoutAttempt(row: CallRow & { attempt_id: string }): RecordLine {
  const line = toCall(row);
  const { personId, debtId } = row.record === null ? {} : readDecisionRecord(row.record);
  const type = line.decision === "call" ? "call" : "refusal";
  return { ...line, type, id: row.attempt_id, personId: personId ?? null, debtId: debtId ?? null, attemptMissing: "true" };
}
