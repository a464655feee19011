import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../../campaigns/instant.ts";
import { makeAttemptStore } from "../../../src/adapters/postgres/attempt-store.ts";
import type { NewRow, Row } from "../../../src/adapters/postgres/schema.ts";
import { aCampaign, aCampaignContact, aContact, aDoNotCallEntry, anAttempt, type BuiltContact } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const now = Date.UTC(2026, 10, 18, 15);
let campaign: Row<"campaigns">;
beforeEach(async () => {
  campaign = await aCampaign(house.db);
});

const MOBILE = "+12025550101";
const OFFICE = "+12125550102";

async function aJoinedContact(phones: string[], more: { person_id?: string } = {}): Promise<BuiltContact> {
  const contact = await aContact(house.db, { phones, ...more });
  await aCampaignContact(house.db, { campaign, contact });
  return contact;
}
async function historyOf(contact: BuiltContact, phone = contact.phones[0] as string) {
  const callee = { contactId: contact.id, personId: contact.person_id, campaignId: campaign.id, exceptAttemptId: null };
  const [history] = await makeAttemptStore(house.db).histories([{ ...callee, phone, callKind: "telemarketing", subject: null }], now);
  if (!history) throw new Error("no history");
  return history;
}
const placed = (row: Partial<NewRow<"attempts">> = {}): Partial<NewRow<"attempts">> => ({
  state: "closed",
  disposition: "busy",
  submitting_at: new Date(now - HOUR_MS),
  closed_at: new Date(now - HOUR_MS),
  ...row,
});

describe("what was placed, as the gate is told", () => {
  test("says what it was about and everything that happened on it", async () => {
    const contact = await aJoinedContact([MOBILE]);
    const row = { subject: "solar", debt_id: "D-7", connected_at: new Date(now - HOUR_MS), disposition: "not-interested" };
    const { id } = await anAttempt(house.db, { campaign, contact }, placed({ ...row, call_ended_at: new Date(now - HOUR_MS + 5_000) }));
    expect((await historyOf(contact)).placed).toEqual([
      {
        attemptId: id,
        phone: MOBILE,
        campaignId: campaign.id,
        placedAt: now - HOUR_MS,
        endedAt: now - HOUR_MS + 5_000,
        subject: "solar",
        debtId: "D-7",
        outcomes: ["conversation", "refusal"],
      },
    ]);
  });

  test("counts what the agent has said of a call that is not closed yet", async () => {
    const contact = await aJoinedContact([MOBILE]);
    const open = {
      state: "connected" as const,
      disposition: null,
      closed_at: null,
      connected_at: new Date(now),
      chosen_disposition: "not-interested",
    };
    await anAttempt(house.db, { campaign, contact }, placed(open));
    expect((await historyOf(contact)).placed[0]?.outcomes).toContain("refusal");
  });

  test("is of whoever answers any number of the person, also when the attempt was another person's then", async () => {
    const contact = await aJoinedContact([MOBILE, OFFICE]);
    const before = await aContact(house.db, { phones: [OFFICE] });
    const { id } = await anAttempt(house.db, { campaign, contact: before }, placed());
    expect((await historyOf(contact, MOBILE)).placed.map(({ attemptId }) => attemptId)).toEqual([id]);
  });

  test("on a number that two persons share is of both, with all their numbers", async () => {
    const one = await aJoinedContact([MOBILE]);
    const other = await aJoinedContact([MOBILE, OFFICE]);
    expect(other.person_id).not.toBe(one.person_id);
    await anAttempt(house.db, { campaign, contact: one }, placed());
    await anAttempt(house.db, { campaign, contact: other }, placed({ phone: OFFICE }));
    expect((await historyOf(one)).placed.map(({ phone }) => phone).toSorted((a, b) => a.localeCompare(b))).toEqual([MOBILE]);
    expect((await historyOf(other)).placed).toHaveLength(2);
  });

  test("of a year and a month ago is told, of longer ago is not", async () => {
    const contact = await aJoinedContact([MOBILE]);
    await anAttempt(house.db, { campaign, contact }, placed({ submitting_at: new Date(now - 395 * DAY_MS) }));
    await anAttempt(house.db, { campaign, contact }, placed({ submitting_at: new Date(now - 401 * DAY_MS) }));
    expect((await historyOf(contact)).placed).toHaveLength(1);
  });
});

describe("who must not be called, as the gate is told", () => {
  const idsTold = async (contact: BuiltContact, phone?: string) => (await historyOf(contact, phone)).doNotCall.map(({ id }) => id);

  test("an entry for a number says nothing of the person's others; one for the person does", async () => {
    const contact = await aJoinedContact([MOBILE, OFFICE]);
    const number = await aDoNotCallEntry(house.db, { phone: OFFICE });
    expect(await idsTold(contact, MOBILE)).toEqual([]);
    expect(await idsTold(contact, OFFICE)).toEqual([number.id]);
    const person = await aDoNotCallEntry(house.db, { phone: OFFICE, target: "person" });
    expect(await idsTold(contact, MOBILE)).toEqual([person.id]);
  });

  test("an entry for a prefix is told of every number that begins so, and of no other", async () => {
    const entry = await aDoNotCallEntry(house.db, { phone: null, target: "prefix", prefix: "+1212", expires_at: new Date(now + 1) });
    await aDoNotCallEntry(house.db, { phone: null, target: "prefix", prefix: "+1213" });
    await aDoNotCallEntry(house.db, { phone: null, target: "prefix", prefix: "+12", expires_at: new Date(now - 401 * DAY_MS) });
    const contact = await aJoinedContact([OFFICE, MOBILE]);
    expect(await idsTold(contact, OFFICE)).toEqual([entry.id]);
    expect(await idsTold(contact, MOBILE)).toEqual([]);
  });

  test("an entry for a person within another campaign says nothing here", async () => {
    const contact = await aJoinedContact([MOBILE]);
    await aDoNotCallEntry(house.db, { phone: MOBILE, target: "person", campaign_id: (await aCampaign(house.db)).id });
    expect(await idsTold(contact)).toEqual([]);
  });
});
