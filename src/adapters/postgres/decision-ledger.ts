import type { Kysely } from "kysely";
import type { DecisionLedger } from "../../ports/decision-ledger.ts";
import type { Database } from "./schema.ts";

export const makeDecisionLedger = (db: Kysely<Database>): DecisionLedger => ({
  async add(entries) {
    if (entries.length === 0) return;
    await db
      .insertInto("decisions")
      .values(
        entries.map(({ decision, ...entry }) => ({
          id: entry.id,
          attempt_id: entry.attemptId,
          campaign_id: entry.campaignId,
          contact_id: entry.contactId,
          phone: entry.phone,
          asked_by: entry.askedBy,
          answer: decision.answer,
          wait_until: decision.answer === "wait" && Number.isFinite(decision.until) ? new Date(decision.until) : null,
          reasons: JSON.stringify(decision.answer === "call" ? [] : decision.reasons),
          evidence: JSON.stringify(decision.evidence),
          decided_at: new Date(entry.decidedAt),
        })),
      )
      .execute();
  },
});
