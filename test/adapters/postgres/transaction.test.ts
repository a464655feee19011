import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { inTransaction } from "../../../src/adapters/postgres/transaction.ts";
import { aContactList } from "../../support/builders.ts";
import { aDoor } from "../../support/door.ts";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const nameOf = async (id: string) =>
  (await house.db.selectFrom("contact_lists").select("name").where("id", "=", id).executeTakeFirstOrThrow()).name;

describe("a transaction", () => {
  test("keeps nothing of what it did when it ends in an error", async () => {
    const list = await aContactList(house.db, { name: "before" });
    const failing = inTransaction(house.db, async (transaction) => {
      await transaction.updateTable("contact_lists").set({ name: "after" }).where("id", "=", list.id).execute();
      throw new Error("the rest failed");
    });
    await expect(failing).rejects.toThrow("the rest failed");
    expect(await nameOf(list.id)).toBe("before");
  });

  test("inside another is part of it", async () => {
    const list = await aContactList(house.db, { name: "before" });
    const failing = house.stores.transaction(async (outer) => {
      await outer.transaction(async (inner) => inner.announcer.announce({ kind: "list.renamed", data: { listId: list.id } }));
      throw new Error("the rest failed");
    });
    await expect(failing).rejects.toThrow("the rest failed");
    expect(await house.stores.liveEvents.latestId()).toBe("0");
  });

  test("that met another head-on is tried again, and both are done", async () => {
    const [one, other] = [await aContactList(house.db), await aContactList(house.db)];
    let waiting = 0;
    const bothHoldOne = aDoor();
    let runs = 0;
    const rename = (name: string, first: string, second: string) =>
      inTransaction(house.db, async (transaction) => {
        runs++;
        await transaction.updateTable("contact_lists").set({ name }).where("id", "=", first).execute();
        if (++waiting === 2) bothHoldOne.open();
        await bothHoldOne.opened;
        await transaction.updateTable("contact_lists").set({ name }).where("id", "=", second).execute();
      });
    await Promise.all([rename("north", one.id, other.id), rename("south", other.id, one.id)]);
    expect(runs).toBeGreaterThan(2);
    expect(await nameOf(one.id)).toBe(await nameOf(other.id));
  });

  test("whose connection is lost is tried again on another", async () => {
    const list = await aContactList(house.db, { name: "before" });
    let runs = 0;
    await inTransaction(house.db, async (transaction) => {
      runs++;
      await transaction
        .updateTable("contact_lists")
        .set({ name: `run ${runs}` })
        .where("id", "=", list.id)
        .execute();
      if (runs === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction);
    });
    expect(await nameOf(list.id)).toBe("run 2");
  });

  test("whose connection is lost during the commit is not tried again, as it may have been done", async () => {
    await sql`create or replace function end_session() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(0.2); return null; end $$`.execute(house.db);
    await sql`create constraint trigger lose_connection after insert on contact_lists deferrable initially deferred
      for each row execute function end_session()`.execute(house.db);
    let runs = 0;
    const lost = inTransaction(house.db, async (transaction) => {
      runs++;
      await aContactList(transaction);
    });
    await expect(lost).rejects.toMatchObject({ code: "commit-unknown", retry: false });
    expect(runs).toBe(1);
    await sql`drop trigger lose_connection on contact_lists`.execute(house.db);
  });

  test("that is wrong is not tried again", async () => {
    let runs = 0;
    const wrong = inTransaction(house.db, async (transaction) => {
      runs++;
      await sql`select 1 / 0`.execute(transaction);
    });
    await expect(wrong).rejects.toMatchObject({ code: "22012" });
    expect(runs).toBe(1);
  });

  test("may be given its own time limit for a statement", async () => {
    const slow = house.stores.transaction(() => Promise.resolve(), { statementTimeoutMs: 50 });
    await slow;
    const limited = inTransaction(house.db, (transaction) => sql`select pg_sleep(5)`.execute(transaction), { statementTimeoutMs: 50 });
    await expect(limited).rejects.toMatchObject({ code: "57014" });
    await eventually(async () => {
      const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(house.db);
      return rows[0]?.limit === "30s";
    });
  });
});
