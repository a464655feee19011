import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DecisionLedger, KeptDecision } from "../../ports/decision-ledger.ts";
import { decisionRecord, erasureRecord, readDecisionRecord } from "./decision-record.ts";
import type { Database } from "./schema.ts";

type KeptRow = Pick<KeptDecision, "id" | "day" | "sequence" | "keepUntil"> & { record: string };

function toKept({ record, ...row }: KeptRow): KeptDecision {
  const { attemptId, phone, evidence, callKind = null, decidedAt } = readDecisionRecord(record);
  const { jurisdictions } = evidence;
  return {
    ...row,
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
      select id, day::text as day, sequence, keep_until::text as "keepUntil", record from decisions where kind = 'decision' and record is not null and ${condition}`.execute(
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
    due: (today, { after, limit }) => {
      const rest = after === null ? sql`true` : sql`(keep_until, id) > (${after.keepUntil}::date, ${after.id}::uuid)`;
      return kept(sql`keep_until < ${today}::date and ${rest} order by keep_until, id limit ${limit}`);
    },
    async removeContent(ids, removedFor, at) {
      const { rows } = await sql<{ removed: number }>`
        select remove_decisions(${[...ids]}::uuid[], ${removedFor}, ${new Date(at)}) as removed`.execute(db);
      return rows[0]?.removed ?? 0;
    },
  };
}
