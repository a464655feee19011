import type { Kysely } from "kysely";
import type { AuditTrail } from "../../ports/audit-trail.ts";
import type { Database } from "./schema.ts";

export function makeAuditTrail(db: Kysely<Database>): AuditTrail {
  return {
    async add({ createdAt, detail, ...entry }) {
      await db
        .insertInto("audit_entries")
        .values({ ...entry, detail: JSON.stringify(detail), created_at: new Date(createdAt) })
        .execute();
    },
  };
}
