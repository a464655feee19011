import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { Forbidding } from "../../../src/services/consent/forbid-calls.ts";
import { aCampaign } from "../../support/builders.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

const PHONE = "+12025550100";
const wish = (more: Partial<Forbidding> = {}): Forbidding & { actor: string } => ({
  actor: "user:supervisor",
  target: "number",
  phone: PHONE,
  prefix: null,
  scope: "organisation",
  campaignId: null,
  reason: "asked-by-the-person",
  source: "agent",
  createdBy: null,
  expiresAt: null,
  ...more,
});
async function forbidden(more: Partial<Forbidding> = {}) {
  const answer = await desk.forbidCalls(wish(more));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.entry;
}
const inForce = async () => (await desk.stores.doNotCall.page({ after: null, limit: 10, now: desk.clock.now() })).items.map(({ id }) => id);

describe("forbidding calls to a number", () => {
  it("writes an entry, tells screens without the number, and is in force", async () => {
    const entry = await forbidden();
    expect(await desk.stores.doNotCall.find(entry.id)).toEqual(entry);
    expect(await inForce()).toEqual([entry.id]);
    const [event] = await database.db.selectFrom("live_events").select(["kind", "data"]).execute();
    expect(event).toEqual({ kind: "do-not-call.changed", data: { entryId: entry.id, scope: "organisation", campaignId: null } });
  });

  it.each(["+44 (0)20 7946 0124", "+4402079460124", "+442079460124"])("written %s forbids the number that we would call", async (phone) => {
    const entry = await forbidden({ phone, target: "person" });
    expect(entry.phone).toBe("+442079460124");
    expect(
      (await desk.stores.doNotCall.page({ phone: "+442079460124", after: null, limit: 10, now: desk.clock.now() })).items,
    ).toHaveLength(1);
    expect((await forbidden({ phone: "+442079460124", target: "person" })).id).toBe(entry.id);
  });

  it.each(["+1202555", "+44207946"])("that is not whole, as %s, is refused and the prefix is pointed to", async (phone) => {
    const answer = await desk.forbidCalls(wish({ phone }));
    expect(answer).toMatchObject({
      ok: false,
      reason: "invalid-phone",
      detail: expect.stringContaining(`phone: found ${phone}, expected`),
    });
    expect(!answer.ok && answer.detail).toContain(`a prefix such as ${phone}*`);
    expect(await inForce()).toEqual([]);
  });

  it("again gives the entry that stands, also when two ask at once", async () => {
    const [one, other] = await Promise.all([forbidden(), forbidden()]);
    expect(other.id).toBe(one.id);
    expect((await forbidden({ expiresAt: desk.clock.now() + 1_000 })).id).toBe(one.id);
  });

  it("for longer than what stands is an entry of its own", async () => {
    const short = await forbidden({ expiresAt: desk.clock.now() + 1_000 });
    const long = await forbidden();
    expect(await inForce()).toEqual([long.id, short.id]);
    desk.clock.advance(1_000);
    expect(await inForce()).toEqual([long.id]);
  });

  it("for one campaign leaves the others alone", async () => {
    const campaign = await aCampaign(database.db);
    const entry = await forbidden({ scope: "campaign", campaignId: campaign.id });
    expect(
      await desk.stores.doNotCall.inForce(
        { target: "number", phone: PHONE, prefix: null, scope: "organisation", campaignId: null },
        desk.clock.now(),
      ),
    ).toBeUndefined();
    expect((await forbidden()).id).not.toBe(entry.id);
  });

  it.each<[Partial<Forbidding>, string]>([
    [{ phone: "202 555 0100" }, "invalid-phone"],
    [{ scope: "campaign" }, "scope-and-campaign"],
    [{ campaignId: "00000000-0000-7000-8000-000000000000" }, "scope-and-campaign"],
    [{ scope: "campaign", campaignId: "00000000-0000-7000-8000-000000000000" }, "no-such-campaign"],
    [{ expiresAt: 0 }, "expires-in-the-past"],
    [{ target: "prefix", phone: null, prefix: null }, "invalid-prefix"],
    [{ target: "prefix", phone: null, prefix: "1900" }, "invalid-prefix"],
    [{ target: "prefix", prefix: "+1900" }, "invalid-prefix"],
    [{ target: "person", phone: null }, "invalid-phone"],
    [{ prefix: "+1900" }, "invalid-prefix"],
  ])("as %j is refused", async (more, reason) => {
    expect(await desk.forbidCalls(wish(more))).toMatchObject({ ok: false, reason });
    expect(await inForce()).toEqual([]);
  });

  it("waits for a release of a call to that number, and for no other", async () => {
    let entered = (): void => undefined;
    const isEntered = new Promise<void>((resolve) => {
      entered = resolve;
    });
    let letGo = (): void => undefined;
    const signal = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const releasing = database.stores.transaction(async (tx) => {
      await tx.callees.forRelease({ phone: PHONE, personId: "00000000-0000-7000-8000-000000000001" });
      entered();
      await signal;
    });
    await isEntered;
    let isForbidden = false;
    const forbidding = forbidden().then(() => {
      isForbidden = true;
    });
    await forbidden({ phone: "+12025550101" });
    await eventually(async () => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*)::int as waiting from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`.execute(
        database.db,
      );
      return rows[0]?.waiting === 1;
    });
    expect(isForbidden).toBe(false);
    letGo();
    await Promise.all([releasing, forbidding]);
    expect(isForbidden).toBe(true);
  });
});

describe("withdrawing an entry", () => {
  it("ends it and keeps it on record; again is the same", async () => {
    const entry = await forbidden();
    expect(await desk.withdrawForbid({ id: entry.id, actor: "cli" })).toEqual({ ok: true });
    const withdrawnAt = desk.clock.now();
    desk.clock.advance(1_000);
    expect(await desk.withdrawForbid({ id: entry.id, actor: "cli" })).toEqual({ ok: true });
    expect(await inForce()).toEqual([]);
    expect(await desk.stores.doNotCall.find(entry.id)).toEqual({ ...entry, withdrawnAt });
    expect((await forbidden()).id).not.toBe(entry.id);
  });

  it("that does not exist is refused as such", async () => {
    expect(await desk.withdrawForbid({ id: "00000000-0000-7000-8000-000000000000", actor: "cli" })).toEqual({
      ok: false,
      reason: "no-such-entry",
    });
  });
});
