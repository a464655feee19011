import { beforeEach, describe, expect, test } from "vitest";
import { ATTEMPT_STATES, ATTEMPT_TRANSITIONS, type AttemptState } from "../../../campaigns/attempts/attempt.ts";
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from "../../../campaigns/instant.ts";
import type { NewRow, Row } from "../../../src/adapters/postgres/schema.ts";
import type { AttemptStore, NewAttempt } from "../../../src/ports/attempt-store.ts";
import {
  aCampaign,
  aCampaignContact,
  aContact,
  aDoNotCallEntry,
  anAgent,
  anAttempt,
  anId,
  type BuiltContact,
} from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const now: Instant = Date.UTC(2026, 10, 18, 15);
let attempts: AttemptStore;
let campaign: Row<"campaigns">;
beforeEach(async () => {
  attempts = house.stores.attempts;
  campaign = await aCampaign(house.db);
});

const OVER: readonly AttemptState[] = ["released", "closed"];
/** A row as it must look in this state. */
const inState = (state: AttemptState): Partial<NewRow<"attempts">> =>
  OVER.includes(state) ? { state, disposition: "busy", closed_at: new Date(now) } : { state };
/** What has to be written beside a move. */
const endOf = (to: AttemptState) => (OVER.includes(to) ? { disposition: "busy", dispositionSource: "system" as const } : {});

const wanted = (contact: BuiltContact, wish: Partial<NewAttempt> = {}): NewAttempt => ({
  id: anId(),
  kind: "list",
  campaignId: campaign.id,
  contactId: contact.id,
  personId: contact.person_id,
  phone: contact.phones[0] as string,
  phonePosition: 1,
  agentId: null,
  reservedAt: now,
  ...wish,
});
const aJoinedContact = async (phones?: string[]): Promise<BuiltContact> => {
  const contact = await aContact(house.db, phones ? { phones } : {});
  await aCampaignContact(house.db, { campaign, contact });
  return contact;
};

describe("an attempt moves only as the rules say", () => {
  const pairs = ATTEMPT_STATES.flatMap((from) => ATTEMPT_STATES.map((to) => ({ from, to, may: ATTEMPT_TRANSITIONS[from].includes(to) })));

  test(`of all ${pairs.length} pairs of states, exactly the ${pairs.filter(({ may }) => may).length} of the table succeed; the others change nothing`, async () => {
    const contact = await aJoinedContact();
    for (const { from, to, may } of pairs) {
      await house.db.deleteFrom("attempts").execute();
      const { id } = await anAttempt(house.db, { campaign, contact }, inState(from));
      const moved = await attempts.move(id, to, now, endOf(to));
      expect({ from, to, moved: moved !== undefined }).toEqual({ from, to, moved: may });
      expect((await attempts.find(id))?.state).toBe(may ? to : from);
    }
  });

  test("of ten who move it at once, one does", async () => {
    const { id } = await anAttempt(house.db, { campaign, contact: await aJoinedContact() });
    const moved = await Promise.all(Array.from({ length: 10 }, () => attempts.move(id, "submitting", now)));
    expect(moved.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test("each state keeps when it was first entered", async () => {
    const { id } = await anAttempt(house.db, { campaign, contact: await aJoinedContact() });
    await attempts.move(id, "submitting", now);
    await attempts.move(id, "unknown", now + 1 * SECOND_MS);
    await attempts.move(id, "answered", now + 2 * SECOND_MS, { carrierCallId: "CA1", answer: "human", carrierRank: 3 });
    await attempts.move(id, "connected", now + 3 * SECOND_MS);
    const at = (seconds: number) => now + seconds * SECOND_MS;
    expect(await attempts.find(id)).toMatchObject({
      submittingAt: now,
      unknownAt: at(1),
      answeredAt: at(2),
      connectedAt: at(3),
      answer: "human",
    });
    expect(await attempts.findByCall("CA1")).toMatchObject({ id });
  });

  test("a release placed no call, whatever had been begun", async () => {
    const { id } = await anAttempt(house.db, { campaign, contact: await aJoinedContact() });
    await attempts.move(id, "submitting", now);
    await attempts.move(id, "released", now, endOf("released"));
    expect(await attempts.find(id)).toMatchObject({ state: "released", submittingAt: null });
  });

  test("an end without a disposition is refused by the database itself", async () => {
    const { id } = await anAttempt(house.db, { campaign, contact: await aJoinedContact() }, inState("ringing"));
    await expect(attempts.move(id, "closed", now)).rejects.toThrow(/check constraint/);
  });
});

describe("one open attempt (invariants 2 and 4)", () => {
  test("for a person, for a number and for an agent: a second one is left out, not an error", async () => {
    const agent = await anAgent(house.db);
    const contact = await aJoinedContact(["+12025550101", "+12025550102"]);
    const [other, third] = [await aJoinedContact(), await aJoinedContact()];
    expect(await attempts.reserve([wanted(contact, { agentId: agent.id })])).toHaveLength(1);
    const samePerson = wanted(contact, { phone: "+12025550102", phonePosition: 2 });
    const sameNumber = wanted(other, { phone: "+12025550101" });
    const sameAgent = wanted(other, { agentId: agent.id });
    const nothingShared = wanted(third);
    expect((await attempts.reserve([samePerson, sameNumber, sameAgent, nothingShared])).map(({ id }) => id)).toEqual([nothingShared.id]);
  });

  test("two contacts of one person in the same batch: the first", async () => {
    const contact = await aJoinedContact();
    const twin = await aJoinedContact();
    const reserved = await attempts.reserve([wanted(contact), wanted(twin, { personId: contact.person_id })]);
    expect(reserved.map(({ contactId }) => contactId)).toEqual([contact.id]);
  });

  test("of twenty at once for one person, one", async () => {
    const contact = await aJoinedContact();
    const reserved = await Promise.all(Array.from({ length: 20 }, () => attempts.reserve([wanted(contact)])));
    expect(reserved.flat()).toHaveLength(1);
  });

  test.each(ATTEMPT_STATES)("while one is %s", async (state) => {
    const contact = await aJoinedContact();
    await anAttempt(house.db, { campaign, contact }, inState(state));
    expect(await attempts.reserve([wanted(contact)])).toHaveLength(OVER.includes(state) ? 1 : 0);
  });

  test("an agent who had somebody that was abandoned may have the next", async () => {
    const agent = await anAgent(house.db);
    await anAttempt(house.db, { campaign, contact: await aJoinedContact() }, { ...inState("abandoned"), agent_id: agent.id });
    expect(await attempts.reserve([wanted(await aJoinedContact(), { agentId: agent.id })])).toHaveLength(1);
  });

  test("one call belongs to one attempt", async () => {
    await anAttempt(house.db, { campaign, contact: await aJoinedContact() }, { ...inState("ringing"), carrier_call_id: "CA1" });
    const { id } = await anAttempt(house.db, { campaign, contact: await aJoinedContact() }, inState("unknown"));
    await expect(attempts.amend(id, { carrierCallId: "CA1" })).rejects.toThrow(/unique/);
    expect(await attempts.boundCalls(["CA1", "CA2"])).toEqual(new Set(["CA1"]));
    expect(await attempts.boundCalls([])).toEqual(new Set());
  });
});

describe("what hangs", () => {
  test("is found by when its state was entered or it was last looked at, oldest first", async () => {
    const rows: Partial<NewRow<"attempts">>[] = [
      { ringing_at: new Date(now - 50_000) },
      { ringing_at: new Date(now - 90_000) },
      { ringing_at: new Date(now - 90_000), checked_at: new Date(now - 5_000) },
      { ringing_at: new Date(now - 1_000) },
    ];
    const ids: string[] = [];
    for (const row of rows)
      ids.push((await anAttempt(house.db, { campaign, contact: await aJoinedContact() }, { ...inState("ringing"), ...row })).id);
    await anAttempt(house.db, { campaign, contact: await aJoinedContact() }, { ...inState("dialing"), dialing_at: new Date(0) });
    const stale = await attempts.stale("ringing", now - 45_000, 10);
    expect(stale.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(await attempts.stale("ringing", now - 45_000, 1)).toHaveLength(1);
  });

  test("wrap-ups are found when their time has run out", async () => {
    const wrapping = async (until: Instant) =>
      (
        await anAttempt(
          house.db,
          { campaign, contact: await aJoinedContact() },
          { ...inState("wrapping-up"), wrap_up_until: new Date(until) },
        )
      ).id;
    const [late, later] = [await wrapping(now), await wrapping(now - SECOND_MS)];
    await wrapping(now + 1);
    expect((await attempts.overdueWrapUps(now, 10)).map(({ id }) => id)).toEqual([later, late]);
  });
});

describe("what the gate is told", () => {
  const placed = (ago: number): Partial<NewRow<"attempts">> => ({ ...inState("closed"), submitting_at: new Date(now - ago) });
  const ask = (contact: BuiltContact, exceptAttemptId: string | null = null) => ({
    contactId: contact.id,
    personId: contact.person_id,
    phone: contact.phones[0] as string,
    campaignId: campaign.id,
    callKind: "informational" as const,
    subject: null,
    exceptAttemptId,
  });

  test("every attempt of the person or the number of the last 400 days, in whatever campaign; releases are none", async () => {
    const contact = await aJoinedContact(["+12025550101", "+12025550102"]);
    const stranger = await aJoinedContact();
    const elsewhere = await aCampaign(house.db);
    const mine = await anAttempt(house.db, { campaign, contact }, placed(HOUR_MS));
    const otherNumber = await anAttempt(house.db, { campaign: elsewhere, contact }, { ...placed(2 * HOUR_MS), phone: "+12025550102" });
    const sameNumber = await anAttempt(house.db, { campaign, contact: stranger }, { ...placed(3 * HOUR_MS), phone: "+12025550101" });
    await anAttempt(house.db, { campaign, contact }, placed(401 * DAY_MS));
    await anAttempt(house.db, { campaign, contact }, inState("released"));
    await anAttempt(house.db, { campaign, contact: stranger }, placed(HOUR_MS));
    const [history] = await attempts.histories([ask(contact)], now);
    const ids = history?.placed.map(({ attemptId }) => attemptId).toSorted((one, other) => one.localeCompare(other));
    expect(ids).toEqual([mine.id, otherNumber.id, sameNumber.id].toSorted((one, other) => one.localeCompare(other)));
    // In this campaign, ever.
    expect(history?.placedForContact).toBe(2);
  });

  test("open attempts, but not the one that is asked about", async () => {
    const contact = await aJoinedContact();
    const own = await anAttempt(house.db, { campaign, contact });
    expect((await attempts.histories([ask(contact, own.id)], now))[0]?.openAttempts).toEqual([]);
    expect((await attempts.histories([ask(contact)], now))[0]?.openAttempts).toEqual([
      { attemptId: own.id, state: "reserved", phone: contact.phones[0] },
    ]);
  });

  test("do-not-call entries for the number, of the organisation and of this campaign, in force or ended not long ago", async () => {
    const contact = await aJoinedContact();
    const phone = contact.phones[0] as string;
    const whole = await aDoNotCallEntry(house.db, { phone });
    const own = await aDoNotCallEntry(house.db, { phone, campaign_id: campaign.id });
    const later = await aDoNotCallEntry(house.db, { phone, expires_at: new Date(now + 1) });
    await aDoNotCallEntry(house.db, { phone, campaign_id: (await aCampaign(house.db)).id });
    const ended = await aDoNotCallEntry(house.db, { phone, expires_at: new Date(now - 399 * DAY_MS) });
    await aDoNotCallEntry(house.db, { phone, expires_at: new Date(now - 401 * DAY_MS) });
    await aDoNotCallEntry(house.db, { phone, withdrawn_at: new Date(now) });
    await aDoNotCallEntry(house.db, { phone: "+12125550100" });
    const [history] = await attempts.histories([ask(contact)], now);
    expect(new Set(history?.doNotCall.map(({ id }) => id))).toEqual(new Set([whole.id, own.id, later.id, ended.id]));
  });

  test("each candidate gets their own, in their order", async () => {
    const contacts = [await aJoinedContact(), await aJoinedContact(), await aJoinedContact()];
    await anAttempt(house.db, { campaign, contact: contacts[1] as BuiltContact }, placed(HOUR_MS));
    await aDoNotCallEntry(house.db, { phone: contacts[2]?.phones[0] as string });
    const histories = await attempts.histories(
      contacts.map((contact) => ask(contact)),
      now,
    );
    expect(histories.map(({ placed: all, doNotCall }) => [all.length, doNotCall.length])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(await attempts.histories([], now)).toEqual([]);
  });

  test("the tally of a contact counts what was placed, by how it ended", async () => {
    const contact = await aJoinedContact();
    for (const row of [placed(1), placed(2), { ...placed(3), disposition: "no-answer" }, inState("released")])
      await anAttempt(house.db, { campaign, contact }, row);
    await anAttempt(house.db, { campaign: await aCampaign(house.db), contact }, placed(4));
    const tally = await attempts.tally(campaign.id, contact.id);
    expect(tally.placed).toBe(3);
    expect(tally.byDisposition.get("no-answer")).toBe(1);
  });
});
