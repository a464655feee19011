/** SQL may offer too many contacts, never too few: what the rules allow is on the hopper, whatever the contacts are like. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallQuestion } from "../../../campaigns/compliance/decision.ts";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import type { Row } from "../../../src/adapters/postgres/schema.ts";
import { termsOf } from "../../../src/services/calls/judge.ts";
import {
  aCampaign,
  aCampaignContact,
  aContact,
  aDoNotCallEntry,
  anAttempt,
  aPhone,
  aPlace,
  type BuiltContact,
} from "../../support/builders.ts";
import { contactOf, type Floor, makeFloor } from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();

const hours = [
  { opensAt: "08:00", closesAt: "13:00" },
  { opensAt: "15:00", closesAt: "21:30" },
];
const callingWindow = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] };

const madeUp = fc.record({
  zones: fc.constantFrom<string[]>(
    ["America/New_York"],
    ["Asia/Tokyo"],
    ["Europe/London", "America/Chicago"],
    ["Pacific/Auckland"],
    [],
    ["Asia/Kolkata", "Europe/Paris"],
  ),
  dueInHours: fc.constantFrom(-100, -1, 0, 0, 1),
  priority: fc.integer({ min: -1, max: 1 }),
  position: fc.constantFrom(1, 2),
  forbidden: fc.constantFrom("no", "no", "no", "this-number", "other-number", "expired"),
  placedHoursAgo: fc.array(fc.constantFrom(1, 20, 25, 200), { maxLength: 4 }),
  isOnACall: fc.constantFrom(false, false, false, true),
});
type MadeUp = typeof madeUp extends fc.Arbitrary<infer Made> ? Made : never;

/** Writes the contact and gives the question to be asked about it, made from the same facts and not from the database. */
async function write(floor: Floor, campaign: Row<"campaigns">, made: MadeUp): Promise<{ contact: BuiltContact; question: CallQuestion }> {
  const now = floor.clock.now();
  const place = await aPlace(house.db, { zones: made.zones, jurisdictions: ["US"] });
  const contact = await aContact(house.db, { place });
  const [first] = contact.phones as [string];
  const secondPhone = aPhone();
  await house.db
    .insertInto("contact_phones")
    .values({ contact_id: contact.id, position: 2, phone: secondPhone, place_id: place.id })
    .execute();
  const phone = made.position === 1 ? first : secondPhone;
  const row = { due_at: new Date(now + made.dueInHours * HOUR_MS), priority: made.priority, next_position: made.position };
  await aCampaignContact(house.db, { campaign, contact }, row);
  const placed = made.placedHoursAgo.map((ago) => now - ago * HOUR_MS);
  const attempt = { phone, phone_position: made.position };
  for (const at of placed)
    await anAttempt(
      house.db,
      { campaign, contact },
      { ...attempt, state: "closed", disposition: "busy", submitting_at: new Date(at), closed_at: new Date(at) },
    );
  if (made.isOnACall)
    await anAttempt(house.db, { campaign: await aCampaign(house.db, { state: "paused" }), contact }, { ...attempt, state: "ringing" });
  const entry =
    made.forbidden === "no" ? null : { phone: made.forbidden === "other-number" ? (phone === first ? secondPhone : first) : phone };
  const expiresAt = made.forbidden === "expired" ? now - HOUR_MS : null;
  const written = entry && (await aDoNotCallEntry(house.db, { ...entry, expires_at: expiresAt === null ? null : new Date(expiresAt) }));
  return {
    contact,
    question: {
      subject: {
        contactId: contact.id,
        personId: contact.person_id,
        phone,
        kind: "list",
        numberType: "unknown",
        postalCode: null,
        debtId: null,
        isAgentHeld: false,
      },
      place: { zones: made.zones, jurisdictions: ["US"], source: "explicit-zone" },
      history: {
        openAttempts: made.isOnACall ? [{ attemptId: "other", state: "ringing", phone }] : [],
        placed: placed.map((placedAt) => ({
          attemptId: "earlier",
          phone,
          campaignId: campaign.id,
          placedAt,
          endedAt: null,
          subject: null,
          debtId: null,
          outcomes: [],
        })),
        inboundConversations: [],
        consents: [],
        registers: [],
        stops: [],
        placedForContact: placed.length,
        doNotCall:
          written && written.phone === phone
            ? [{ id: written.id, target: "number", scope: "organisation", campaignId: null, reason: "asked", createdAt: now, expiresAt }]
            : [],
      },
      campaign: termsOf({ ...campaign }),
      now,
    },
  };
}

test("the hopper takes exactly the due contacts that the gate allows", async () => {
  const scenario = fc.record({ atHour: fc.nat(7 * 24), contacts: fc.array(madeUp, { minLength: 8, maxLength: 14 }) });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ atHour, contacts }) => {
      await house.empty();
      const floor = await makeFloor(house.db);
      floor.clock.advance(atHour * HOUR_MS);
      const settings = { callingWindow, mostAttemptsPerContact: 4, frequencyCaps: [{ per: "person" as const, attempts: 2, hours: 24 }] };
      const campaign = await aCampaign(house.db, { settings });
      const written = [];
      for (const made of contacts) written.push({ made, ...(await write(floor, campaign, made)) });
      await floor.fillHopper(campaign.id);
      for (const { made, contact, question } of written) {
        const isDue = made.dueInHours <= 0;
        const { answer } = decideCall(question);
        const { state } = await contactOf(floor, { campaign, contact });
        expect({ made, isShelved: state === "on-hopper" }).toEqual({ made, isShelved: isDue && answer === "call" });
        if (state === "finished") expect(answer).toBe("never");
      }
    }),
    { numRuns: 8 },
  );
});
