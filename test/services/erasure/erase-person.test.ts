import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import { makeContinueErasures } from "../../../src/services/erasure/continue-erasures.ts";
import { makeErasePerson } from "../../../src/services/erasure/erase-person.ts";
import type { LedgerEntry } from "../../../src/ports/decision-ledger.ts";
import {
  aCampaign,
  aCampaignContact,
  aContact,
  aContactList,
  aDoNotCallEntry,
  anAttempt,
  anId,
  aPlace,
  type BuiltContact,
} from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { countedIds } from "../../support/ids.ts";
import { aLedgerEntry, someEvidence, verify } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const NOW = Date.UTC(2026, 10, 18, 15);
const CALLED = NOW - 400 * 24 * HOUR_MS;
const PHONE = "+12025550143";
/** In Milan; nobody's. */
const ITALIAN = "+390255501234";

const parts = (now = NOW) => ({ stores: house.stores, clock: movingClock(now), ids: countedIds(0xee) });
const erase = (wish: { contactId: string } | { phone: string }) => makeErasePerson(parts())(wish, "user:admin");
async function erased(wish: { contactId: string } | { phone: string }) {
  const answer = await erase(wish);
  if (!answer.ok) throw new Error(answer.detail);
  return answer.erasure;
}

/** A contact that is waiting in a campaign, and was called once before. */
async function aCalledContact(place: { jurisdictions: string[] }, called: Partial<LedgerEntry> & { at?: number } = {}) {
  const campaign = await aCampaign(house.db);
  const { at = CALLED, phone = PHONE, ...entry } = called;
  const contact = await aContact(house.db, {
    phones: [phone],
    place: await aPlace(house.db, place),
    external_ref: "C-17",
    language: "en",
    region: "NY",
    postal_code: "10001",
    fields: JSON.stringify({ Policy: "77-1" }),
  });
  await aCampaignContact(house.db, { campaign, contact });
  const attempt = await anAttempt(
    house.db,
    { campaign, contact },
    {
      state: "closed",
      disposition: "no-answer",
      note: "Robin is away until May",
      carrier_call_id: "CA0001",
      reserved_at: new Date(at),
      submitting_at: new Date(at),
      closed_at: new Date(at),
      jurisdictions: place.jurisdictions,
    },
  );
  await house.db
    .insertInto("carrier_events")
    .values({
      dedupe_key: attempt.id,
      source: "call-status",
      attempt_id: attempt.id,
      payload: JSON.stringify({ To: phone, CallerName: "ROBIN EXAMPLE" }),
    })
    .execute();
  const decision = { answer: "call" as const, evidence: someEvidence(place) };
  await house.stores.decisions.add([
    aLedgerEntry({ attemptId: attempt.id, contactId: contact.id, phone, decision, decidedAt: at, ...entry }),
  ]);
  return { campaign, contact, attempt };
}

const attemptNow = (id: string) => house.db.selectFrom("attempts").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const contactNow = ({ id }: BuiltContact) => house.db.selectFrom("contacts").selectAll().where("id", "=", id).executeTakeFirst();
const rowsOf = async (
  table: "contact_phones" | "person_phones" | "campaign_contacts" | "carrier_events" | "refused_rows",
): Promise<number> =>
  Number((await sql<{ count: string }>`select count(*) as count from ${sql.table(table)}`.execute(house.db)).rows[0]?.count);

async function aConsent(phone = PHONE) {
  await house.stores.consents.add([
    {
      id: anId(),
      phone,
      covers: "number",
      personId: null,
      contactId: null,
      basis: "written",
      callKinds: ["telemarketing"],
      subject: null,
      source: "web-form",
      obtainedAt: CALLED,
      until: null,
      agreedTime: null,
      proof: { form: "77" },
      recordedBy: "test",
      recordedAt: CALLED,
    },
  ]);
}

describe("a person whom the law of the United States lets us forget only in part", () => {
  test("loses everything that describes them, at once", async () => {
    const { contact } = await aCalledContact({ jurisdictions: ["US", "US-NY"] });
    const list = await aContactList(house.db);
    await house.db
      .insertInto("refused_rows")
      .values([
        { list_id: list.id, line: 2, reason: "duplicate", raw: JSON.stringify(["Robin", "(202) 555-0143"]) },
        { list_id: list.id, line: 3, reason: "duplicate", raw: JSON.stringify(["Kim", "(202) 555-0144"]) },
      ])
      .execute();
    const { removed } = await erased({ contactId: contact.id });
    expect(removed).toMatchObject({ contacts: 1, numbers: 1, campaignContacts: 1, refusedRows: 1 });
    expect(await contactNow(contact)).toMatchObject({
      given_name: null,
      family_name: null,
      external_ref: null,
      language: null,
      region: null,
      postal_code: null,
      fields: {},
    });
    expect([
      await rowsOf("contact_phones"),
      await rowsOf("person_phones"),
      await rowsOf("campaign_contacts"),
      await rowsOf("carrier_events"),
    ]).toEqual([0, 0, 0, 0]);
    expect(await rowsOf("refused_rows")).toBe(1);
  });

  test("stays in the record of the calls that were made, without notes, and is told until when and by which law", async () => {
    const { attempt } = await aCalledContact({ jurisdictions: ["US", "US-NY"] });
    await aConsent();
    const { kept, nextOn } = await erased({ phone: PHONE });
    expect(await attemptNow(attempt.id)).toMatchObject({ phone: PHONE, note: null });
    expect(kept).toMatchObject([
      { what: "attempts", count: 1, until: "2030-10-14" },
      { what: "decisions", count: 1, until: "2030-10-14" },
      { what: "consents", count: 1, until: "2030-10-14" },
    ]);
    expect(kept[0]?.rules.length).toBeGreaterThan(0);
    expect(kept.every(({ rules }) => rules.every((rule) => rule.startsWith("us")))).toBe(true);
    expect(nextOn).toBe("2030-10-15");
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, removed: { erasure: 0 }, entryCount: 2 });
  });

  test("is forgotten wholly on the day after, by itself", async () => {
    const { attempt } = await aCalledContact({ jurisdictions: ["US", "US-NY"] });
    await aConsent();
    await erased({ phone: PHONE });
    expect(await makeContinueErasures(parts(Date.UTC(2030, 9, 14, 23)))()).toBe(0);
    const later = { ...parts(Date.UTC(2030, 9, 15)), ids: countedIds(0xef) };
    expect(await makeContinueErasures(later)()).toBe(1);
    expect(await attemptNow(attempt.id)).toMatchObject({ phone: "erased", carrier_call_id: null, disposition: "no-answer" });
    expect((await house.stores.consents.page({ after: null, limit: 10, phone: PHONE })).items).toEqual([]);
    expect(await verify(house.stores, {}, later.clock)).toMatchObject({ isUnbroken: true, removed: { erasure: 1 } });
    expect(await house.db.selectFrom("erasures").selectAll().execute()).toMatchObject([{ phones: [], next_on: null }]);
    expect(await makeContinueErasures(later)()).toBe(0);
  });
});

describe("a person of whom no law needs a record", () => {
  test("is gone from attempts and decisions at once, and the chain still closes", async () => {
    const { attempt, contact } = await aCalledContact({ jurisdictions: ["IT"] }, { phone: ITALIAN });
    await aConsent(ITALIAN);
    const { kept, removed, nextOn, id } = await erased({ contactId: contact.id });
    expect([kept, nextOn]).toEqual([[], null]);
    expect(removed).toMatchObject({ attempts: 1, decisions: 1, consents: 1 });
    expect(await attemptNow(attempt.id)).toMatchObject({ phone: "erased", note: null, person_id: contact.person_id });
    const [tombstone] = await house.db.selectFrom("decisions").selectAll().where("kind", "=", "decision").execute();
    expect(tombstone).toMatchObject({ record: null, phone: null, contact_id: null, removed_for: id });
    expect(await verify(house.stores)).toMatchObject({ isUnbroken: true, removed: { erasure: 1 }, entryCount: 2 });
    const { rows } = await sql<{ found: string }>`select string_agg(record, ' ') as found from decisions`.execute(house.db);
    expect(rows[0]?.found).not.toContain(ITALIAN);
  });

  test("is remembered as called for as long as a law counts it: one call a day in Colombia", async () => {
    await aCalledContact({ jurisdictions: ["CO"] }, { at: NOW - 2 * HOUR_MS });
    const { kept, nextOn } = await erased({ phone: PHONE });
    expect(kept).toMatchObject([{ what: "attempts", count: 1 }]);
    expect(nextOn).not.toBeNull();
  });

  test("leaves no row of a contact that was never called", async () => {
    const contact = await aContact(house.db, { phones: [PHONE] });
    await erased({ contactId: contact.id });
    expect(await contactNow(contact)).toBeUndefined();
  });
});

describe("a person who is not to be called", () => {
  test("stays uncalled: the entry is kept, and a new import of the number meets it", async () => {
    await aCalledContact({ jurisdictions: ["IT"] });
    const entry = await aDoNotCallEntry(house.db, { phone: PHONE });
    expect(await erased({ phone: PHONE })).toMatchObject({ doNotCallEntries: 1 });
    const standing = await house.stores.doNotCall.find(entry.id);
    expect(standing).toMatchObject({ phone: PHONE, withdrawnAt: null });
  });

  test("stays uncalled on every number when that was the wish", async () => {
    const contact = await aContact(house.db, { phones: [PHONE, "+12025550144"] });
    await aDoNotCallEntry(house.db, { phone: PHONE, target: "person", person_id: contact.person_id });
    await erased({ contactId: contact.id });
    expect(await rowsOf("person_phones")).toBe(2);
  });
});

test("a consent for a number on no list is kept by the law of the number's own place", async () => {
  await aConsent();
  expect((await erased({ phone: PHONE })).kept).toMatchObject([{ what: "consents", count: 1 }]);
});

describe("an erasure", () => {
  test("is refused while an attempt to the person is open, and nothing is removed", async () => {
    const { campaign, contact } = await aCalledContact({ jurisdictions: ["IT"] });
    await anAttempt(house.db, { campaign, contact }, { reserved_at: new Date(NOW) });
    expect(await erase({ phone: PHONE })).toMatchObject({ ok: false, reason: "attempt-open" });
    expect(await contactNow(contact)).toMatchObject({ given_name: "Robin" });
    expect(await rowsOf("campaign_contacts")).toBe(1);
  });

  test("of somebody unknown is refused", async () => {
    expect(await erase({ phone: "+12025550199" })).toMatchObject({ ok: false, reason: "no-such-person" });
    expect(await erase({ contactId: anId() })).toMatchObject({ ok: false, reason: "no-such-person" });
  });

  test("finds every contact of the person, whatever the list, and nobody else", async () => {
    const { contact } = await aCalledContact({ jurisdictions: ["IT"] });
    const twin = await aContact(house.db, { person_id: contact.person_id, phones: ["+12025550144"] });
    const other = await aContact(house.db, { phones: ["+12025550145"] });
    expect((await erased({ contactId: contact.id })).removed).toMatchObject({ contacts: 2, numbers: 2 });
    expect(await contactNow(twin)).toBeUndefined();
    expect(await contactNow(other)).toMatchObject({ given_name: "Robin" });
  });

  test("is written to the audit trail without personal data", async () => {
    const { contact } = await aCalledContact({ jurisdictions: ["IT"] });
    await erased({ contactId: contact.id });
    const [entry] = await house.db.selectFrom("audit_entries").selectAll().execute();
    expect(entry).toMatchObject({ action: "erasePerson", actor: "user:admin", subject: `person:${contact.person_id}` });
    expect(JSON.stringify(entry)).not.toMatch(/Robin|2025550143/);
  });
});
