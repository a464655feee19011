import type { Kysely } from "kysely";
import type { Installation } from "../../ports/installation.ts";
import type { Database } from "./schema.ts";

export function makeInstallation(db: Kysely<Database>): Installation {
  return {
    async get(key) {
      const row = await db.selectFrom("installation").select("value").where("key", "=", key).executeTakeFirst();
      return row?.value;
    },
    async put(key, value) {
      const json = JSON.stringify(value);
      await db
        .insertInto("installation")
        .values({ key, value: json })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: json }))
        .execute();
    },
  };
}
