import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { makeAbandonmentLedger } from "../../../src/services/campaigns/abandonment-ledger.ts";
import { aReservedCall, type Floor, makeFloor } from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
let campaignId: string;
beforeEach(async () => {
  floor = await makeFloor(house.db);
  const { campaign } = await aReservedCall(floor, { settings: { callKind: "telemarketing" } });
  campaignId = campaign.id;
  await house.db.deleteFrom("attempts").execute();
  await house.db
    .updateTable("campaigns")
    .set({ started_at: new Date(floor.clock.now() - 86_400_000) })
    .execute();
});

type Wish = {
  answer?: string | null;
  disposition?: string;
  jurisdictions?: string;
  connectedAfter?: number;
  abandoned?: boolean;
  endedAfter?: number;
};

/** Attempts as they stand in the table when they are over; seconds are counted from the answer. */
async function answered(count: number, wish: Wish = {}): Promise<void> {
  const at = floor.clock.now() - 3_600_000;
  const after = (seconds: number | undefined) => (seconds === undefined ? null : new Date(at + seconds * 1_000));
  await sql`
    insert into attempts (id, kind, campaign_id, contact_id, person_id, phone, phone_position, number_in_campaign, state, answer, disposition,
      disposition_source, jurisdictions, reserved_at, answered_at, connected_at, abandoned_at, call_ended_at, closed_at)
    select gen_random_uuid(), 'list', ${campaignId}, (select id from contacts limit 1), gen_random_uuid(), '+1202555' || n, 1, 1, 'closed',
      ${wish.answer ?? null}::text, ${wish.disposition ?? "reached"}, 'system', ${`{${wish.jurisdictions ?? "US,US-TX"}}`}::text[],
      ${new Date(at)}::timestamptz, ${new Date(at)}::timestamptz, ${after(wish.connectedAfter)}::timestamptz,
      ${wish.abandoned ? new Date(at + 2_000) : null}::timestamptz, ${after(wish.endedAfter ?? 60)}::timestamptz, ${new Date(at + 60_000)}::timestamptz
    from generate_series(1, ${count}::int) as n`.execute(house.db);
}

const ledger = async () => (await makeAbandonmentLedger({ stores: house.stores, clock: floor.clock })(campaignId)) ?? [];
const lineOf = async (rule: string) => (await ledger()).find((entry) => entry.rule.startsWith(`${rule}@`));

describe("the abandonment ledger of a campaign", () => {
  it("holds the abandoned against answers of live people and not against attempts or machines", async () => {
    await answered(97, { connectedAfter: 0.5 });
    await answered(3, { abandoned: true, disposition: "abandoned" });
    await answered(50, { answer: "machine", disposition: "machine" });
    await answered(10, { connectedAfter: 1, disposition: "voicemail" });
    expect(await lineOf("us-tsr")).toMatchObject({ liveAnswers: 100, abandoned: 3, share: 0.03, cap: 0.03, isOverCap: false, left: 0 });
  });

  it("counts a connect that came too late and a person who gave up on silence", async () => {
    await answered(8, { connectedAfter: 1 });
    await answered(1, { connectedAfter: 3 });
    await answered(1, { endedAfter: 5, disposition: "hung-up" });
    await answered(1, { endedAfter: 1, disposition: "hung-up" });
    expect(await lineOf("us-tsr")).toMatchObject({ liveAnswers: 11, abandoned: 2, isOverCap: true });
  });

  it("counts for each law the calls under it: those to Britain for Ofcom, the others not", async () => {
    await answered(10, { connectedAfter: 1, jurisdictions: "GB" });
    await answered(1, { abandoned: true, jurisdictions: "GB" });
    await answered(5, { connectedAfter: 1 });
    expect(await lineOf("us-tsr")).toMatchObject({ liveAnswers: 5, abandoned: 0 });
    expect(await lineOf("gb-ofcom")).toMatchObject({ liveAnswers: 11, abandoned: 1, window: "day", isOverCap: true });
    expect(await lineOf("ca-utr")).toBeUndefined();
  });

  it("of a campaign that never began is empty, and of none there is none", async () => {
    await house.db.updateTable("campaigns").set({ started_at: null }).execute();
    expect(await ledger()).toEqual([]);
    expect(
      await makeAbandonmentLedger({ stores: house.stores, clock: floor.clock })("00000000-0000-7000-8000-000000000001"),
    ).toBeUndefined();
  });
});
