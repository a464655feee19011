/** The text of a ledger entry, to the letter as it is hashed and kept. */
import { randomBytes } from "node:crypto";
import type { Instant } from "../../../campaigns/instant.ts";
import type { ErasureEntry, LedgerEntry } from "../../ports/decision-ledger.ts";

/** JSON with the keys of every object in the order of their UTF-16 code units and no space between anything. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join()}}`;
}

const iso = (instant: Instant): string => new Date(instant).toISOString();

/**
 * So that nobody finds the number of a removed record by hashing all numbers: goes when the record goes.
 * 128 bits.
 */
const salt = (): string => randomBytes(16).toString("hex");

export function decisionRecord({ decision, decidedAt, keptYears: _in, ...entry }: LedgerEntry): string {
  return canonicalJson({
    ...entry,
    answer: decision.answer,
    until: decision.answer === "wait" && Number.isFinite(decision.until) ? iso(decision.until) : null,
    reasons: decision.answer === "call" ? [] : decision.reasons,
    evidence: decision.evidence,
    decidedAt: iso(decidedAt),
    salt: salt(),
  });
}

export const erasureRecord = ({ decidedAt, ...entry }: ErasureEntry): string => canonicalJson({ ...entry, decidedAt: iso(decidedAt) });

/** What readers use of a decision's record; records of the time before the chain hold less. */
export type DecisionRecord = {
  id: string;
  attemptId: string | null;
  campaignVersion?: number;
  contactId: string;
  personId?: string;
  debtId?: string | null;
  phone: string;
  callKind?: LedgerEntry["callKind"];
  subject?: string | null;
  callerId?: string | null;
  askedBy: string;
  answer: "call" | "wait" | "never";
  until: string | null;
  reasons: unknown[];
  evidence: Record<string, unknown>;
  decidedAt: string;
};

export const readDecisionRecord = (text: string): DecisionRecord => JSON.parse(text) as DecisionRecord;
