import { describe, expect, it } from "vitest";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import { makeContactDecision } from "../../../src/services/contacts/contact-decision.ts";
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
const SALES = { callKind: "telemarketing" as const, callerName: "Example", callbackNumber: "+12025550100" };
const NEW_YORK = { zones: ["America/New_York"], jurisdictions: ["US", "US-NY"] };

function closed(contact: BuiltContact, campaign: { id: string }, hoursAgo: number) {
  const at = new Date(clock.now() - hoursAgo * HOUR_MS);
  const times = { submitting_at: at, closed_at: at, reserved_at: at };
  return anAttempt(house.db, { campaign, contact }, { state: "closed", disposition: "busy", ...times });
}

describe("the decision about a contact", () => {
  const decide = (contactId: string, campaignId: string | null = null) =>
    makeContactDecision({ stores: house.stores, clock })(contactId, campaignId);

  it("is told for each campaign that has it and each of its numbers, with the law and the local time", async () => {
    const place = await aPlace(house.db, NEW_YORK);
    const contact = await aContact(house.db, { place, phones: ["+12125550101", "+12125550102"] });
    const [sales, reminders] = [await aCampaign(house.db, { settings: SALES }), await aCampaign(house.db, { name: "Reminders" })];
    for (const campaign of [sales, reminders]) await aCampaignContact(house.db, { campaign, contact });
    await aDoNotCallEntry(house.db, { phone: "+12125550102" });
    const answer = await decide(contact.id);
    if (!answer.ok) throw new Error(answer.reason);
    const told = answer.decision.campaigns.map(({ campaignId, numbers }) => [
      campaignId,
      numbers.map(({ phone, isNext, answer, reasons }) => [phone, isNext, answer, reasons.map(({ code }) => code)]),
    ]);
    expect(Object.fromEntries(told as [string, unknown][])).toEqual({
      [sales.id]: [
        ["+12125550101", true, "wait", ["register-not-loaded"]],
        ["+12125550102", false, "never", ["do-not-call"]],
      ],
      [reminders.id]: [
        ["+12125550101", true, "call", []],
        ["+12125550102", false, "never", ["do-not-call"]],
      ],
    });
    const next = answer.decision.campaigns.find(({ campaignId }) => campaignId === sales.id)?.numbers[0];
    expect(next?.reasons[0]).toMatchObject({ rule: expect.stringContaining("us-"), citation: expect.any(String) });
    expect(next?.evidence).toMatchObject({ jurisdictions: ["US", "US-NY"], localTimes: [{ zone: "America/New_York" }] });
    expect(await house.db.selectFrom("decisions").selectAll().execute()).toEqual([]);
  });

  it("counts what happened to the contact, in a campaign that never had it as well", async () => {
    const place = await aPlace(house.db, NEW_YORK);
    const contact = await aContact(house.db, { place });
    const [campaign, other] = [await aCampaign(house.db), await aCampaign(house.db)];
    await aCampaignContact(house.db, { campaign, contact });
    for (const hoursAgo of [1, 2, 3]) await closed(contact, campaign, hoursAgo);
    const answer = await decide(contact.id, other.id);
    expect(answer).toMatchObject({
      ok: true,
      decision: {
        campaigns: [
          {
            campaignId: other.id,
            standing: null,
            numbers: [{ answer: "wait", waitUntil: clock.now() + 21 * HOUR_MS, reasons: [{ code: "frequency-cap" }] }],
          },
        ],
      },
    });
  });

  it("is refused for a contact or campaign that is not there", async () => {
    const contact = await aContact(house.db);
    expect(await decide(anId())).toMatchObject({ ok: false, reason: "no-such-contact" });
    expect(await decide(contact.id, anId())).toMatchObject({ ok: false, reason: "no-such-campaign" });
    expect(await decide(contact.id)).toMatchObject({ ok: true, decision: { campaigns: [] } });
  });
});
