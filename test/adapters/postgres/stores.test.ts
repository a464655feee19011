import { describe, expect, test } from "vitest";
import { aCampaign, aCampaignContact, aContact, aDoNotCallEntry, anAgent, anAttempt } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();

describe("a test's own database", () => {
  test("takes a campaign, a contact, an attempt, an agent and a do-not-call entry", async () => {
    const campaign = await aCampaign(house.db, { settings: { dialMode: "power" } });
    const contact = await aContact(house.db, { phones: ["+12025550101", "+12025550102"] });
    const joined = await aCampaignContact(house.db, { campaign, contact });
    const attempt = await anAttempt(house.db, { campaign, contact });
    const agent = await anAgent(house.db, { skills: ["billing"] });
    const entry = await aDoNotCallEntry(house.db, { phone: "+12025550101", campaign_id: campaign.id });
    expect(campaign.settings.dialMode).toBe("power");
    expect(joined.due_at).toBe(Number.NEGATIVE_INFINITY);
    expect(attempt.phone).toBe("+12025550101");
    expect(Number.isInteger(attempt.reserved_at)).toBe(true);
    expect(agent).toMatchObject({ state: "available", skills: ["billing"] });
    expect(entry.scope).toBe("campaign");
  });

  test("is empty again for the next test", async () => {
    expect(await house.db.selectFrom("campaigns").selectAll().execute()).toEqual([]);
    expect(await house.db.selectFrom("contacts").selectAll().execute()).toEqual([]);
  });
});
