import { describe, expect, it } from "vitest";
import { contactDecision, dialabilityRoutes, funnel } from "../../../src/contract/dialability.ts";
import { aCampaign, aCampaignContact, aContact, aDoNotCallEntry, anId } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

async function aHeldContact() {
  const campaign = await aCampaign(database.db);
  const contact = await aContact(database.db);
  await aCampaignContact(database.db, { campaign, contact });
  await aDoNotCallEntry(database.db, { phone: contact.phones[0] as string });
  return { campaign, contact };
}

describe("the funnel of a campaign over HTTP", () => {
  it("has the shape of the contract, with the reasons in words", async () => {
    const { campaign } = await aHeldContact();
    const marketer = await house.signedIn("marketer");
    const { status, json } = await marketer.get(`/v1/campaigns/${campaign.id}/dialability`);
    expect(status).toBe(200);
    expect(funnel.strict().parse(json)).toMatchObject({
      loaded: 1,
      dialableNow: 0,
      held: { count: 1, reasons: [{ code: "do-not-call", words: "on our do-not-call list", answer: "never", count: 1 }] },
    });
    expect((await marketer.get(`/v1/campaigns/${anId()}/dialability`)).status).toBe(404);
  });

  it("is previewed with other settings; faulty ones are refused in the words of the edit", async () => {
    const { campaign } = await aHeldContact();
    const marketer = await house.signedIn("marketer");
    const address = `/v1/campaigns/${campaign.id}/dialability/preview`;
    const preview = await marketer.post(address, { settings: { ringTimeoutSeconds: 30 } });
    expect(dialabilityRoutes.previewDialability.response.schema.parse(preview.json)).toMatchObject({ moved: [] });
    const settings = { ringTimeoutSeconds: 5 };
    const refused = await marketer.post(address, { settings });
    const edited = await marketer.patch(`/v1/campaigns/${campaign.id}`, { version: 1, settings });
    expect(refused.json).toMatchObject({ status: 422, code: "invalid-settings", detail: edited.json.detail });
  });
});

describe("the decision about a contact over HTTP", () => {
  it("has the shape of the contract", async () => {
    const { campaign, contact } = await aHeldContact();
    const supervisor = await house.signedIn("supervisor");
    const { json } = await supervisor.get(`/v1/contacts/${contact.id}/decision`);
    expect(contactDecision.strict().parse(json)).toMatchObject({
      campaigns: [
        { campaignId: campaign.id, numbers: [{ isNext: true, answer: "never", waitUntil: null, reasons: [{ code: "do-not-call" }] }] },
      ],
    });
    const other = await aCampaign(database.db);
    expect((await supervisor.get(`/v1/contacts/${contact.id}/decision?campaignId=${other.id}`)).json.campaigns).toMatchObject([
      { campaignId: other.id, standing: null },
    ]);
    expect((await supervisor.get(`/v1/contacts/${anId()}/decision`)).json).toMatchObject({ status: 404, code: "no-such-contact" });
  });

  it("is not for agents", async () => {
    const { contact } = await aHeldContact();
    expect((await (await house.signedIn("agent")).get(`/v1/contacts/${contact.id}/decision`)).status).toBe(403);
  });
});
