import { beforeEach, describe, expect, it } from "vitest";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

async function* text(csv: string): AsyncGenerator<Buffer> {
  yield Buffer.from(csv);
}
async function ready(csv: string) {
  const answer = await desk.importContacts({ name: "Spring", sourceName: "spring.csv", createdBy: null, stream: text(csv) });
  if (!answer.ok) throw new Error(answer.detail);
  return answer.list;
}
const contactsOf = async (listId: string) => (await database.stores.contacts.page({ listId, after: null, limit: 100 })).items;

describe("a list with the columns that laws ask for", () => {
  it("takes debt, number type and consent, and the row proves the consent", async () => {
    const list = await ready(
      "Phone,Phone 2,Debt ID,Number type,Consent,Consent date,Consent source\n" +
        "+12025550100,+442079460018,D-7,mobile,written,2026-10-01,web form\n+12125550100,,,,no,,\n",
    );
    const [first, second] = await contactsOf(list.id);
    expect(first).toMatchObject({
      debtId: "D-7",
      phones: [
        { phone: "+12025550100", numberType: "mobile" },
        { phone: "+442079460018", numberType: "landline" },
      ],
      fields: {},
    });
    expect(second).toMatchObject({ debtId: null, phones: [{ numberType: "unknown" }] });
    const { items } = await database.stores.consents.page({ after: null, limit: 10 });
    const proven = {
      covers: "number",
      basis: "written",
      source: "web form",
      contactId: first?.id,
      personId: first?.personId,
      obtainedAt: Date.UTC(2026, 9, 1),
      proof: { listId: list.id, file: "spring.csv", line: 2 },
      recordedBy: "import",
    };
    expect(items.map(({ phone }) => phone).toSorted((one, other) => one.localeCompare(other))).toEqual(["+12025550100", "+442079460018"]);
    for (const item of items) expect(item).toMatchObject(proven);
  });

  it("refuses a row whose consent is of a day to come", async () => {
    const list = await ready("Phone,Consent,Consent date\n+12025550100,yes,2026-12-24\n");
    expect(list.counts).toMatchObject({ accepted: 0, refused: 1 });
  });
});
