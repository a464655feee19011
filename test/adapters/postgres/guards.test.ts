import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { aCampaign, aDoNotCallEntry, anId } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const NOW = Date.UTC(2026, 10, 18, 15);
let entry: { id: string };
const stop = anId();
const erasure = anId();

beforeEach(async () => {
  await aCampaign(house.db);
  entry = await aDoNotCallEntry(house.db, { phone: "+12025550143" });
  const scope = { scope: "everything", jurisdiction: null, campaignId: null } as const;
  await house.stores.stops.add({ id: stop, ...scope, reason: "test", createdBy: "test", createdAt: NOW });
  await house.stores.audit.add({ id: anId(), actor: "test", action: "test", subject: "test", detail: {}, createdAt: NOW });
  const asked = { phones: ["+12025550143"], askedBy: "test", askedAt: NOW };
  await house.stores.recordKeeping.addErasure({ id: erasure, personId: anId(), ...asked, nextOn: "2030-01-01" });
});

const TABLES = ["do_not_call_entries", "emergency_stops", "audit_entries", "campaign_versions", "erasures"];
const run = (statement: string) => sql.raw(statement).execute(house.db);

describe("what proves something is not changed by mistake", () => {
  test.each(TABLES.flatMap((table) => [`delete from ${table}`, `truncate ${table} cascade`]))(
    "nobody empties it with: %s",
    async (statement) => {
      await expect(run(statement)).rejects.toThrow("only added to");
    },
  );

  test.each([
    "update do_not_call_entries set phone = '+12025550100'",
    "update do_not_call_entries set expires_at = now()",
    "update emergency_stops set reason = 'none'",
    "update emergency_stops set scope = 'campaign', lifted_at = now()",
    "update audit_entries set actor = 'nobody'",
    "update campaign_versions set name = 'other'",
    "update erasures set asked_at = now()",
  ])("nobody writes it over with: %s", async (statement) => {
    await expect(run(statement)).rejects.toThrow("only added to");
  });
});

describe("what the house itself changes later still works", () => {
  test("a do-not-call entry is withdrawn, and stays withdrawn", async () => {
    expect(await house.stores.doNotCall.withdraw(entry.id, NOW)).toBe(true);
    await expect(run("update do_not_call_entries set withdrawn_at = null")).rejects.toThrow("only added to");
  });

  test("an emergency stop is lifted, and stays lifted by whom it was", async () => {
    expect(await house.stores.stops.lift(stop, { by: "user:admin", reason: "over", at: NOW })).toBe(true);
    await expect(run("update emergency_stops set lifted_by = 'nobody'")).rejects.toThrow("only added to");
  });

  test("an erasure is put off and completed", async () => {
    await house.stores.recordKeeping.putOffErasure(erasure, "2031-01-01");
    await house.stores.recordKeeping.putOffErasure(erasure, null);
    expect(await house.db.selectFrom("erasures").selectAll().execute()).toMatchObject([{ phones: [], next_on: null }]);
  });

  test("whoever says that it is an erasure may remove a row, in that transaction alone", async () => {
    await run("begin; set local callkeeper.erasing = 'on'; delete from do_not_call_entries; commit");
    expect(await house.db.selectFrom("do_not_call_entries").selectAll().execute()).toEqual([]);
    await expect(run("delete from emergency_stops")).rejects.toThrow("only added to");
  });
});
