import { type Kysely, sql } from "kysely";
import type { IdempotencyClaim, IdempotencyStore } from "../../ports/idempotency-store.ts";
import type { Database } from "./schema.ts";

export function makeIdempotencyStore(db: Kysely<Database>): IdempotencyStore {
  return {
    claim: (claim) => claimKey(db, claim),
    async settle({ principal, key, requestHash, status, response }) {
      await db
        .updateTable("idempotency_keys")
        .set({ request_hash: requestHash, status, response: JSON.stringify(response ?? null) })
        .where("principal", "=", principal)
        .where("key", "=", key)
        .execute();
    },
    async release(principal, key) {
      await db
        .deleteFrom("idempotency_keys")
        .where("principal", "=", principal)
        .where("key", "=", key)
        .where("status", "is", null)
        .execute();
    },
    async forgetBefore(instant) {
      const result = await sql`delete from idempotency_keys where created_at < ${new Date(instant)}`.execute(db);
      return Number(result.numAffectedRows ?? 0);
    },
  };
}

type Claim = Parameters<IdempotencyStore["claim"]>[0];

async function claimKey(db: Kysely<Database>, { principal, key, requestHash, now, abandonedBefore }: Claim): Promise<IdempotencyClaim> {
  const mine = await db
    .insertInto("idempotency_keys")
    .values({ principal, key, request_hash: requestHash, created_at: new Date(now) })
    .onConflict((conflict) =>
      conflict
        .columns(["principal", "key"])
        .doUpdateSet({ request_hash: requestHash, created_at: new Date(now) })
        .where("idempotency_keys.status", "is", null)
        .where(sql<boolean>`idempotency_keys.created_at < ${new Date(abandonedBefore)}`),
    )
    .returning("key")
    .executeTakeFirst();
  if (mine) return { claim: "taken" };
  const row = await db
    .selectFrom("idempotency_keys")
    .selectAll()
    .where("principal", "=", principal)
    .where("key", "=", key)
    .executeTakeFirst();
  if (!row || row.status === null) return { claim: "in-flight" };
  return { claim: "settled", requestHash: row.request_hash, status: row.status, response: row.response };
}
