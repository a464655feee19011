import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DecisionLedger, KeptDecision } from "../../ports/decision-ledger.ts";
import { decisionRecord, erasureRecord, readDecisionRecord } from "./decision-record.ts";
import type { Database } from "./schema.ts";

type KeptRow = { id: string; day: string; sequence: number; record: string };

function toKept({ id, day, sequence, record }: KeptRow): KeptDecision {
  const { attemptId, phone, evidence, callKind = null, decidedAt } = readDecisionRecord(record);
  const { jurisdictions } = evidence;
  return {
    id,
    day,
    sequence,
    attemptId,
    phone,
    jurisdictions: Array.isArray(jurisdictions) ? jurisdictions.map(String) : [],
    callKind,
    decidedAt: Date.parse(decidedAt),
  };
}

export function makeDecisionLedger(db: Kysely<Database>): DecisionLedger {
  const append = async (kind: "decision" | "erasure", records: readonly string[], years: readonly (number | null)[]): Promise<void> => {
    const kinds = records.map(() => kind);
    await sql`select append_decisions(${kinds}::text[], ${[...records]}::text[], ${[...years]}::int[])`.execute(db);
  };
  const kept = async (condition: RawBuilder<unknown>): Promise<KeptDecision[]> => {
    const { rows } = await sql<KeptRow>`
      select id, day::text as day, sequence, record from decisions where kind = 'decision' and record is not null and ${condition}`.execute(
      db,
    );
    return rows.map(toKept);
  };
  return {
    async add(entries) {
      if (entries.length === 0) return;
      await append(
        "decision",
        entries.map(decisionRecord),
        entries.map(({ keptYears }) => keptYears),
      );
    },
    // Kept for ever: the gaps that it explains stay for ever.
    addErasure: (entry) => append("erasure", [erasureRecord(entry)], [null]),
    about: (phones) => kept(sql`phone = any(${[...phones]}::text[]) order by id`),
    ofAttempts: (attemptIds) => kept(sql`attempt_id = any(${[...attemptIds]}::uuid[]) order by id`),
    due: (today, { after, limit }) =>
      kept(sql`keep_until < ${today}::date and ${after === null ? sql`true` : sql`id > ${after}::uuid`} order by id limit ${limit}`),
    async removeContent(ids, removedFor, at) {
      const { rows } = await sql<{ removed: number }>`
        select remove_decisions(${[...ids]}::uuid[], ${removedFor}, ${new Date(at)}) as removed`.execute(db);
      return rows[0]?.removed ?? 0;
    },
  };
}
