import { beforeEach, describe, expect, it } from "vitest";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import { type ConsentGiven, makeRecordConsent } from "../../../src/services/consent/record-consent.ts";
import { makeForbidWithin, makeWithdrawConsent, type Withdrawing } from "../../../src/services/consent/withdraw-consent.ts";
import { aContact } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { countedIds } from "../../support/ids.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let clock: ReturnType<typeof movingClock>;
let recordConsent: ReturnType<typeof makeRecordConsent>;
let withdrawConsent: ReturnType<typeof makeWithdrawConsent>;
let forbidWithin: ReturnType<typeof makeForbidWithin>;
beforeEach(() => {
  clock = movingClock();
  const deps = { stores: database.stores, clock, ids: countedIds(0xc0) };
  recordConsent = makeRecordConsent(deps);
  withdrawConsent = makeWithdrawConsent(deps);
  forbidWithin = makeForbidWithin(deps);
});

const MOBILE = "+12025550101";
const OFFICE = "+12125550102";
const given = (more: Partial<ConsentGiven> = {}): ConsentGiven => ({
  phone: MOBILE,
  covers: "number",
  contactId: null,
  basis: "written",
  callKinds: [],
  subject: null,
  source: "web-form",
  obtainedAt: clock.now() - HOUR_MS,
  until: null,
  agreedTime: null,
  proof: { formId: "spring-7", text: "I agree to be called." },
  recordedBy: "cli",
  ...more,
});
const taken = (more: Partial<Withdrawing> = {}): Withdrawing => ({
  phone: MOBILE,
  covers: "person",
  callKinds: [],
  subject: null,
  channel: "api",
  attemptId: null,
  withdrawnAt: null,
  reason: "asked-by-the-person",
  recordedBy: "cli",
  createdBy: null,
  ...more,
});
async function consented(more: Partial<ConsentGiven> = {}) {
  const answer = await recordConsent(given(more));
  if (!answer.ok) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}
async function withdrawn(more: Partial<Withdrawing> = {}) {
  const answer = await withdrawConsent(taken(more));
  if (!answer.ok) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
/** What the gate is told of a call of that kind to that number. */
async function told(phone: string, about: { callKind?: "telemarketing" | "debt"; subject?: string; personId?: string } = {}) {
  const callee = { contactId: NOBODY, campaignId: NOBODY, exceptAttemptId: null, phone, personId: about.personId ?? NOBODY };
  const [history] = await database.stores.attempts.histories(
    [{ ...callee, callKind: about.callKind ?? "telemarketing", subject: about.subject ?? null }],
    clock.now(),
  );
  if (!history) throw new Error("no history");
  return { consents: history.consents, isForbidden: history.doNotCall.length > 0, doNotCall: history.doNotCall };
}

describe("a number with a trunk zero", () => {
  const LONDON = "+442079460124";

  it("gives consent for, and takes it back from, the number that we would call", async () => {
    const contact = await aContact(database.db, { phones: [LONDON] });
    const { consent } = await consented({ phone: "+44 (0)20 7946 0124", contactId: contact.id });
    expect(consent).toMatchObject({ phone: LONDON, personId: contact.person_id });
    const { withdrawal, entry } = await withdrawn({ phone: "+4402079460124" });
    expect([withdrawal.phone, withdrawal.personId, entry?.phone]).toEqual([LONDON, contact.person_id, LONDON]);
    expect((await told(LONDON)).isForbidden).toBe(true);
  });

  it("is forbidden as we would call it when it asks by text message", async () => {
    const asked = { reason: "asked-by-the-person", source: "sms", createdBy: null, at: clock.now() };
    await database.stores.transaction((tx) => forbidWithin(tx, { ...asked, phone: "+4402079460124" }));
    await database.stores.transaction((tx) => forbidWithin(tx, { ...asked, phone: "+1202555" }));
    expect((await told(LONDON)).isForbidden).toBe(true);
    expect((await told("+1202555")).isForbidden).toBe(false);
  });

  it("that lacks digits is refused with what was found, for consent and withdrawal alike", async () => {
    const refusal = {
      ok: false,
      reason: "invalid-phone",
      detail: expect.stringMatching(/found \+1202555, expected .*ten digits.*\+1202555\*/),
    };
    expect(await recordConsent(given({ phone: "+1202555" }))).toMatchObject(refusal);
    expect(await withdrawConsent(taken({ phone: "+1202555" }))).toMatchObject(refusal);
  });
});

describe("a consent that is written down", () => {
  it("is told to the gate as it was given, with the last call that rested on it", async () => {
    const agreedTime = [clock.now(), clock.now() + HOUR_MS] as const;
    const { consent, isForbidden } = await consented({ callKinds: ["debt"], subject: "loan-7", until: clock.now() + HOUR_MS, agreedTime });
    expect(isForbidden).toBe(false);
    await database.stores.consents.addUses([consent.id], { attemptId: NOBODY, usedAt: clock.now() - 5_000 });
    await database.stores.consents.addUses([consent.id], { attemptId: NOBODY, usedAt: clock.now() - 1_000 });
    expect((await told(MOBILE)).consents).toEqual([
      {
        id: consent.id,
        phone: MOBILE,
        basis: "written",
        callKinds: ["debt"],
        subject: "loan-7",
        obtainedAt: consent.obtainedAt,
        until: consent.until,
        agreedTime: [...agreedTime],
        lastUsedAt: clock.now() - 1_000,
      },
    ]);
    expect(await database.stores.consents.find(consent.id)).toEqual({ ...consent, agreedTime: [...agreedTime] });
  });

  it("for a number says nothing of the person's other numbers, and for a person of all", async () => {
    const contact = await aContact(database.db, { phones: [MOBILE, OFFICE] });
    const { consent } = await consented();
    expect(consent.personId).toBe(contact.person_id);
    expect((await told(OFFICE)).consents).toEqual([]);
    const whole = await consented({ covers: "person", phone: OFFICE, agreedTime: "any" });
    expect((await told(MOBILE)).consents.map(({ id, phone, agreedTime }) => [id, phone, agreedTime])).toEqual([
      [consent.id, MOBILE, null],
      [whole.consent.id, null, "any"],
    ]);
    expect((await told("+13125550150")).consents).toEqual([]);
  });

  it("is over when its time has run out", async () => {
    await consented({ until: clock.now() + HOUR_MS });
    clock.advance(HOUR_MS - 1);
    expect((await told(MOBILE)).consents).toHaveLength(1);
    clock.advance(1);
    expect((await told(MOBILE)).consents).toEqual([]);
  });

  it("is nothing that anybody can change or remove", async () => {
    const { consent } = await consented();
    await withdrawn();
    for (const table of ["consents", "consent_withdrawals"] as const) {
      await expect(database.db.updateTable(table).set({ subject: "other" }).execute()).rejects.toThrow(/only added to/);
      await expect(database.db.deleteFrom(table).execute()).rejects.toThrow(/only added to/);
    }
    expect(await database.stores.consents.find(consent.id)).toMatchObject({ subject: null });
  });

  it.each<[what: string, more: () => Partial<ConsentGiven>, reason: string]>([
    ["for what is no number", () => ({ phone: "202 555 0100" }), "invalid-phone"],
    ["for a contact who has not this number", () => ({ contactId: NOBODY }), "no-such-contact"],
    ["in writing without proof", () => ({ proof: {} }), "no-proof"],
    ["that is given tomorrow", () => ({ obtainedAt: clock.now() + 1 }), "obtained-in-the-future"],
    ["that ends before it begins", () => ({ until: clock.now() - 2 * HOUR_MS }), "ends-before-it-begins"],
    ["to a time that ends before it begins", () => ({ agreedTime: [5, 5] }), "agreed-time-invalid"],
  ])("%s is refused", async (_what, more, reason) => {
    expect(await recordConsent(given(more()))).toMatchObject({ ok: false, reason });
    expect((await database.stores.consents.page({ after: null, limit: 10 })).items).toEqual([]);
  });

  it("against a do-not-call entry is kept, and says that the entry stands", async () => {
    await withdrawn();
    clock.advance(1_000);
    expect((await consented({ obtainedAt: clock.now() })).isForbidden).toBe(true);
  });
});

describe("a consent that is taken back", () => {
  it("whole, on one number: the person is called on none of theirs, and every consent before it is over", async () => {
    const contact = await aContact(database.db, { phones: [MOBILE, OFFICE] });
    await consented({ covers: "person" });
    const { withdrawal, entry } = await withdrawn({ phone: OFFICE, channel: "web" });
    expect(entry).toMatchObject({ target: "person", phone: OFFICE, personId: contact.person_id, scope: "organisation", source: "web" });
    expect(withdrawal).toMatchObject({ personId: contact.person_id, doNotCallId: entry?.id, withdrawnAt: clock.now() });
    for (const phone of [MOBILE, OFFICE]) expect(await told(phone)).toMatchObject({ consents: [], isForbidden: true });
    expect((await told("+13125550150")).isForbidden).toBe(false);
    expect(await database.stores.consents.withdrawalsOf(MOBILE)).toEqual([withdrawal]);
  });

  it("for one number leaves the others", async () => {
    await aContact(database.db, { phones: [MOBILE, OFFICE] });
    await consented({ covers: "person" });
    await withdrawn({ covers: "number" });
    expect(await told(MOBILE)).toMatchObject({ consents: [], isForbidden: true });
    expect(await told(OFFICE)).toMatchObject({ consents: [{ phone: null }], isForbidden: false });
  });

  it("by somebody whom nobody knows holds when their number comes in later, for all numbers that come with it", async () => {
    await withdrawn({ channel: "sms" });
    await aContact(database.db, { phones: [MOBILE, OFFICE] });
    expect((await told(OFFICE)).isForbidden).toBe(true);
  });

  it("follows the person when two turn out to be one", async () => {
    const one = await aContact(database.db, { phones: [MOBILE] });
    const other = await aContact(database.db, { phones: [OFFICE] });
    await consented({ covers: "person", phone: OFFICE });
    await withdrawn({ phone: MOBILE });
    expect((await told(OFFICE, { personId: other.person_id })).isForbidden).toBe(false);
    await database.stores.transaction((tx) => tx.contactImport.mergePersons([{ from: one.person_id, into: other.person_id }]));
    expect(await told(OFFICE, { personId: other.person_id })).toMatchObject({ consents: [], isForbidden: true });
  });

  it("in part refuses calls of that part alone, until it is given again", async () => {
    await consented();
    const { entry, withdrawal } = await withdrawn({ callKinds: ["telemarketing"], covers: "number" });
    expect(entry).toBeNull();
    const sale = await told(MOBILE, { callKind: "telemarketing" });
    expect(sale.doNotCall).toEqual([
      {
        id: withdrawal.id,
        target: "person",
        scope: "organisation",
        campaignId: null,
        reason: "consent-withdrawn",
        createdAt: clock.now(),
        expiresAt: null,
      },
    ]);
    expect((await told(MOBILE, { callKind: "debt" })).isForbidden).toBe(false);
    expect((await told(MOBILE, { callKind: "debt" })).consents).toHaveLength(1);
    clock.advance(1_000);
    await consented({ obtainedAt: clock.now() });
    expect(await told(MOBILE, { callKind: "telemarketing" })).toMatchObject({ isForbidden: false });
  });

  it.each<[Partial<Withdrawing>, string]>([
    [{ phone: "anonymous" }, "invalid-phone"],
    [{ withdrawnAt: Number.MAX_SAFE_INTEGER }, "withdrawn-in-the-future"],
  ])("as %j is refused", async (more, reason) => {
    expect(await withdrawConsent(taken(more))).toMatchObject({ ok: false, reason });
  });

  it("on a call, said twice, is one request", async () => {
    const asked = { phone: MOBILE, reason: "asked-by-the-person", source: "keypress", createdBy: null, at: clock.now(), attemptId: NOBODY };
    for (let time = 0; time < 2; time += 1) await database.stores.transaction((tx) => forbidWithin(tx, asked));
    expect(await database.stores.consents.withdrawalsOf(MOBILE)).toMatchObject([
      { channel: "keypress", covers: "person", attemptId: NOBODY, recordedBy: "keypress" },
    ]);
  });

  it("from a number that is withheld names nobody", async () => {
    const asked = { phone: "anonymous", reason: "asked-by-the-person", source: "sms", createdBy: null, at: clock.now() };
    await database.stores.transaction((tx) => forbidWithin(tx, asked));
    expect((await database.stores.doNotCall.page({ after: null, limit: 10, now: clock.now() })).items).toEqual([]);
  });
});
