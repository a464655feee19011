/** SQL groups contacts, the gate judges one of each group: the funnel must be what the gate says of every contact by itself. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import { CALL_KINDS } from "../../../campaigns/compliance/call-kind.ts";
import { CONSENT_BASES } from "../../../campaigns/compliance/consent.ts";
import { DAY_MS, HOUR_MS } from "../../../campaigns/instant.ts";
import type { Funnel } from "../../../campaigns/measures/dialability.ts";
import { afterChange, judgeSurvey, surveyCampaign } from "../../../src/services/campaigns/survey-campaign.ts";
import {
  aCampaign,
  aCampaignContact,
  aContact,
  aDoNotCallEntry,
  anAttempt,
  anId,
  aPlace,
  type BuiltContact,
} from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const clock = movingClock();
const now = (): Date => new Date(clock.now());
const ago = (hours: number): Date => new Date(clock.now() - hours * HOUR_MS);

const PLACES = [
  { zones: ["America/New_York"], jurisdictions: ["US", "US-NY"] },
  { zones: ["America/New_York", "America/Chicago"], jurisdictions: ["US", "US-FL"] },
  { zones: ["America/Los_Angeles"], jurisdictions: ["US"] },
  { zones: ["Europe/Paris"], jurisdictions: ["FR"] },
  { zones: ["Europe/London"], jurisdictions: ["GB"] },
  { zones: ["America/Toronto"], jurisdictions: ["CA", "CA-ON"] },
  { zones: ["Asia/Tokyo"], jurisdictions: ["JP"] },
  { zones: [], jurisdictions: [] },
];
/** Some persons have several contacts, and some numbers are found under several persons. */
const PERSONS = Array.from({ length: 5 }, () => anId());
const PHONES = Array.from({ length: 5 }, (_, index) => `+1202555900${index}`);
const phoneOf = (made: MadeUp, index: number): string => PHONES[made.phone ?? -1] ?? `+1202555${1000 + index * 7}`;

const days = fc.constantFrom(1, 30, 85, 88, 89, 90, 181, 200, 364, 365, 366, 500, 546, 600, 1095, 1200);
const kinds = fc.constantFrom<(typeof CALL_KINDS)[number][]>([], ["telemarketing"], ["debt", "informational"]);
const subject = fc.constantFrom(null, null, "solar-panels", "roofs");
const covers = fc.constantFrom<"number" | "person">("number", "person");
const rarely = <T>(value: fc.Arbitrary<T>, weight = 3) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 18 }, { arbitrary: value, weight });

const consent = fc.record({
  basis: fc.constantFrom(...CONSENT_BASES),
  days,
  kinds,
  subject,
  covers,
  endsInDays: fc.constantFrom(null, null, 1, 3, 30, -1),
  agreed: fc.constantFrom(null, null, null, "any", "span"),
  usedDaysAgo: fc.constantFrom(null, null, 20),
});
const withdrawal = fc.record({ days, kinds, subject, covers, isPart: fc.boolean() });
const forbidden = fc.record({
  target: fc.constantFrom<"number" | "person" | "prefix">("number", "person", "prefix"),
  campaign: fc.constantFrom("none", "this", "other"),
  expiresInDays: fc.constantFrom(null, null, 2, -1),
});
const contact = fc.record({
  place: fc.nat(PLACES.length - 1),
  person: rarely(fc.nat(PERSONS.length - 1)),
  phone: rarely(fc.nat(PHONES.length - 1), 1),
  numberType: fc.constantFrom<"mobile" | "landline" | "unknown">("mobile", "landline", "unknown"),
  postalCode: fc.constantFrom(null, "", "10001", "11001", "12345"),
  consents: fc.oneof({ arbitrary: fc.constant([]), weight: 5 }, { arbitrary: fc.array(consent, { maxLength: 2 }), weight: 2 }),
  withdrawal: rarely(withdrawal),
  forbidden: rarely(forbidden),
  listedOn: rarely(fc.constantFrom("us-national", "litigators"), 6),
  attemptHoursAgo: rarely(fc.constantFrom(2, 26, 24 * 200, 24 * 500), 1),
  openElsewhere: rarely(fc.constant(true), 1),
  standing: fc.constantFrom("due", "due", "due", "recycled", "outside-legal-hours", "finished", "consent-required", "on-hopper"),
});
type MadeUp = typeof contact extends fc.Arbitrary<infer Made> ? Made : never;

async function loadRegisters(): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const [name, kind] of [
    ["us-national", "national"],
    ["litigators", "litigator"],
  ] as const) {
    const row = { id: anId(), name, kind, jurisdiction: null, file_name: name, file_date: "2026-11-10", state: "current" as const };
    const times = { loaded_by: "test", created_at: now(), progress_at: now(), loaded_at: now() };
    const { number } = await house.db
      .insertInto("registers")
      .values({ ...row, ...times })
      .returning("number")
      .executeTakeFirstOrThrow();
    numbers.set(name, number);
  }
  return numbers;
}

async function writeLedgers(made: MadeUp, phone: string, campaignId: string): Promise<void> {
  const recorded = { recorded_by: "test", recorded_at: now() };
  for (const { basis, days, kinds, subject, covers, endsInDays, agreed, usedDaysAgo } of made.consents) {
    const id = anId();
    const ends_at = endsInDays === null ? null : new Date(clock.now() + endsInDays * DAY_MS);
    const span = agreed === "span" ? { agreed_from: ago(1), agreed_to: ago(-3) } : {};
    await house.db
      .insertInto("consents")
      .values({
        id,
        phone,
        covers,
        basis,
        call_kinds: kinds,
        subject,
        source: "test",
        obtained_at: ago(days * 24),
        ends_at,
        agreed_any: agreed === "any",
        ...span,
        ...recorded,
      })
      .execute();
    if (usedDaysAgo !== null)
      await house.db
        .insertInto("consent_uses")
        .values({ consent_id: id, used_at: ago(usedDaysAgo * 24), attempt_id: anId() })
        .execute();
  }
  if (made.withdrawal) {
    const { days, kinds, subject, covers, isPart } = made.withdrawal;
    await house.db
      .insertInto("consent_withdrawals")
      .values({
        id: anId(),
        phone,
        covers,
        call_kinds: kinds,
        subject,
        channel: "web",
        do_not_call_id: isPart ? null : anId(),
        withdrawn_at: ago(days * 24),
        ...recorded,
      })
      .execute();
  }
  if (made.forbidden) {
    const { target, campaign, expiresInDays } = made.forbidden;
    const expires_at = expiresInDays === null ? null : new Date(clock.now() + expiresInDays * DAY_MS);
    const campaign_id = campaign === "none" ? null : campaign === "this" ? campaignId : anId();
    const aim = target === "prefix" ? { phone: null, prefix: phone.slice(0, 11) } : { phone };
    await aDoNotCallEntry(house.db, { ...aim, target, expires_at, campaign_id });
  }
}

async function writeAttempts(made: MadeUp, held: { campaign: { id: string }; contact: BuiltContact }): Promise<void> {
  if (made.attemptHoursAgo !== null) {
    const at = ago(made.attemptHoursAgo);
    await anAttempt(house.db, held, { state: "closed", disposition: "no-answer", submitting_at: at, closed_at: at, reserved_at: at });
  }
  if (made.openElsewhere) await anAttempt(house.db, held, { state: "ringing", submitting_at: now() }).catch(() => undefined);
}

async function write(contacts: readonly MadeUp[], settings: Partial<CampaignSettings>): Promise<string> {
  const campaign = await aCampaign(house.db, { settings });
  const elsewhere = await aCampaign(house.db, {});
  const registers = await loadRegisters();
  for (const [index, made] of contacts.entries()) {
    const phone = phoneOf(made, index);
    const place = await aPlace(house.db, PLACES[made.place]);
    const row = { person_id: PERSONS[made.person ?? -1] ?? anId(), postal_code: made.postalCode };
    const contact = await aContact(house.db, { ...row, place, phones: [phone] });
    await house.db.updateTable("contact_phones").set({ number_type: made.numberType }).where("contact_id", "=", contact.id).execute();
    const isLater = made.standing === "recycled" || made.standing === "outside-legal-hours";
    const isFinished = made.standing === "finished" || made.standing === "consent-required";
    const standing = {
      state: isFinished ? ("finished" as const) : made.standing === "on-hopper" ? made.standing : ("ready" as const),
      finished_reason: isFinished ? made.standing : null,
      wait_reason: isLater ? made.standing : null,
      ...(isLater ? { due_at: ago(-5) } : {}),
    };
    await aCampaignContact(house.db, { campaign, contact }, standing);
    await writeLedgers(made, phone, campaign.id);
    await writeAttempts(made, { campaign: index % 2 === 0 ? campaign : elsewhere, contact });
    if (made.listedOn !== null)
      await house.db
        .insertInto("register_numbers")
        .values({ phone: phone.slice(1), register: registers.get(made.listedOn) ?? 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  return campaign.id;
}

const settings = fc.record({
  callKind: fc.constantFrom(...CALL_KINDS),
  subject: fc.constantFrom(null, "solar-panels"),
  dialMode: fc.constantFrom<CampaignSettings["dialMode"]>("progressive", "preview"),
});

test("the funnel of groups says what the gate says of each contact by itself", async () => {
  const judged: number[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(contact, { minLength: 60, maxLength: 110 }), settings, fc.nat(7 * 24), async (contacts, settings, hour) => {
      await house.empty();
      clock.moveTo(Date.UTC(2026, 10, 16) + hour * HOUR_MS);
      const id = await write(contacts, settings);
      const campaign = await house.stores.campaigns.find(id);
      if (!campaign) throw new Error("the campaign is gone");
      const ask = async (mostOneByOne: number) => {
        const surveyed = await surveyCampaign(house.stores, { campaignId: id, now: clock.now(), forChange: true, mostOneByOne });
        const { judgedCount, ...funnel } = await judgeSurvey(house.stores, campaign, surveyed);
        const { judgedCount: _judged, ...changed } = await judgeSurvey(house.stores, campaign, afterChange(surveyed));
        return { judgedCount, funnel: withoutWords(funnel), changed: withoutWords(changed) };
      };
      const [grouped, each] = [await ask(0), await ask(1_000)];
      expect(grouped.funnel).toEqual(each.funnel);
      expect(grouped.changed).toEqual(each.changed);
      expect(grouped.changed.loaded).toBe(contacts.length);
      expect(grouped.funnel.loaded).toBe(contacts.length);
      const { finished, inHand, waiting, held, dialableNow } = grouped.funnel;
      expect(finished.count + inHand.count + waiting.count + held.count + dialableNow).toBe(contacts.length);
      judged.push(grouped.judgedCount / each.judgedCount);
    }),
    { numRuns: 8 },
  );
  // Were every contact a group of its own, the comparison would show nothing.
  expect(Math.min(...judged)).toBeLessThan(0.95);
}, 120_000);

/** The words differ with the contact that was asked about, and whom else it concerns is told near enough. */
const withoutWords = <Told extends Pick<Funnel, "held">>({ held, ...funnel }: Told) => ({
  ...funnel,
  held: {
    count: held.count,
    reasons: held.reasons
      .map(({ detail: _detail, concernedCount: _concerned, ...reason }) => reason)
      .sort((one, other) => `${one.code} ${one.rule} ${one.answer}`.localeCompare(`${other.code} ${other.rule} ${other.answer}`, "en")),
  },
});
