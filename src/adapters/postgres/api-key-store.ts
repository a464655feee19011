import { type Kysely, sql } from "kysely";
import type { ApiKey, ApiKeyStore } from "../../ports/api-key-store.ts";
import type { Database, Row } from "./schema.ts";

const toApiKey = (row: Row<"api_keys">): ApiKey => ({
  id: row.id,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
});

/** A busy program would otherwise write a row for each request. */
const NOTE_USE_EVERY_MS = 60_000;

export function makeApiKeyStore(db: Kysely<Database>): ApiKeyStore {
  return {
    async add({ keyHash, createdBy, createdAt, ...key }) {
      const row = { ...key, key_hash: keyHash, created_by: createdBy, created_at: new Date(createdAt) };
      return toApiKey(await db.insertInto("api_keys").values(row).returningAll().executeTakeFirstOrThrow());
    },
    async use(keyHash, now) {
      const row = await db
        .selectFrom("api_keys")
        .selectAll()
        .where("key_hash", "=", keyHash)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      if (row.last_used_at === null || row.last_used_at < now - NOTE_USE_EVERY_MS) {
        await db
          .updateTable("api_keys")
          .set({ last_used_at: new Date(now) })
          .where("id", "=", row.id)
          .execute();
      }
      return toApiKey(row);
    },
    all: async () => (await db.selectFrom("api_keys").selectAll().orderBy("id", "desc").execute()).map(toApiKey),
    async revoke(id, now) {
      const row = await db
        .updateTable("api_keys")
        .set({ revoked_at: sql`coalesce(revoked_at, ${new Date(now)})` })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
      return row && toApiKey(row);
    },
  };
}
