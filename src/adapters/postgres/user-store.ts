import { type Kysely, sql } from "kysely";
import type { User, UserChanges, UserStore } from "../../ports/user-store.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

const toUser = (row: Omit<Row<"users">, "password_hash">): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
});
const toSecret = (row: Row<"users"> | undefined) => row && { user: toUser(row), passwordHash: row.password_hash };

const toColumns = ({ passwordHash, disabledAt, ...changes }: UserChanges) => ({
  ...changes,
  ...(passwordHash !== undefined && { password_hash: passwordHash }),
  ...(disabledAt !== undefined && { disabled_at: disabledAt === null ? null : new Date(disabledAt) }),
});

export function makeUserStore(db: Kysely<Database>): UserStore {
  return {
    async add({ createdAt, passwordHash, ...user }) {
      const row = await db
        .insertInto("users")
        .values({ ...user, password_hash: passwordHash, created_at: new Date(createdAt) })
        .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toUser(row);
    },
    async find(id) {
      const row = await db.selectFrom("users").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toUser(row);
    },
    secretOf: async (id) => toSecret(await db.selectFrom("users").selectAll().where("id", "=", id).executeTakeFirst()),
    secretOfEmail: async (email) =>
      toSecret(await db.selectFrom("users").selectAll().where(sql`lower(email)`, "=", email.toLowerCase()).executeTakeFirst()),
    async change(id, changes) {
      const row = await db.updateTable("users").set(toColumns(changes)).where("id", "=", id).returningAll().executeTakeFirst();
      return row && toUser(row);
    },
    async page({ after, limit }) {
      const users = db.selectFrom("users").selectAll().orderBy("id");
      const rest = after ? users.where("id", ">", after) : users;
      return toPage(await rest.limit(limit + 1).execute(), limit, toUser);
    },
    async lockAdmins() {
      const admins = db.selectFrom("users").selectAll().where("role", "=", "admin").where("disabled_at", "is", null);
      return (await admins.orderBy("id").forUpdate().execute()).map(toUser);
    },
    async endSessions(userId, exceptSessionId) {
      await sql`delete from login_sessions where sess->>'userId' = ${userId} and sid is distinct from ${exceptSessionId}`.execute(db);
    },
  };
}
