import { beforeEach, expect, test } from "vitest";
import type { Role } from "../../../campaigns/role.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(house.stores);
});

const as = (role: Role) => ({ actor: `user:${role}`, role });
const charity = { condition: "charity", acknowledgement: "We are a registered charity, number 12-345." };
const waived = { rule: "us-tsr", acknowledgement: "Counsel has confirmed that the rule does not hold for us." };
const draft = (settings: object, by?: ReturnType<typeof as>) =>
  desk.createCampaign({ name: "Spring", settings: { callerIds: ["+12025550199"], ...settings }, createdBy: null, by });
const trail = () => house.db.selectFrom("audit_entries").select(["actor", "action", "subject", "detail"]).orderBy("id").execute();
async function drafted(settings: object = {}) {
  const answer = await draft(settings, as("admin"));
  if (!answer.ok) throw new Error(answer.detail);
  return answer.campaign;
}

test.each<[Role, "conditions" | "waivedRules", boolean]>([
  ["marketer", "conditions", false],
  ["supervisor", "conditions", true],
  ["admin", "conditions", true],
  ["marketer", "waivedRules", false],
  ["supervisor", "waivedRules", false],
  ["admin", "waivedRules", true],
])("a %s who drafts a campaign with %s is let through: %s", async (role, field, isAllowed) => {
  const answer = await draft({ [field]: [field === "conditions" ? charity : waived] }, as(role));
  expect(answer.ok).toBe(isAllowed);
  if (answer.ok) return expect(await trail()).toMatchObject([{ action: "campaign.law-set-aside", actor: `user:${role}` }]);
  expect(answer).toMatchObject({ reason: "law-not-yours", detail: expect.stringContaining(`the role ${role}`) });
  expect((await desk.stores.campaigns.page({ after: null, limit: 1 })).items).toEqual([]);
  return expect(await trail()).toEqual([]);
});

test("whoever does not say who they are sets nothing aside", async () => {
  expect(await draft({ waivedRules: [waived] })).toMatchObject({ ok: false, reason: "law-not-yours" });
});

test("an edit that sets a rule aside is written down with the words that somebody answers for", async () => {
  const { id } = await drafted();
  expect(await desk.editCampaign({ id, version: 1, settings: { waivedRules: [waived] }, by: as("supervisor") })).toMatchObject({
    reason: "law-not-yours",
  });
  expect(await desk.editCampaign({ id, version: 1, settings: { waivedRules: [waived] }, by: as("admin") })).toMatchObject({ ok: true });
  expect(await trail()).toEqual([
    {
      action: "campaign.law-set-aside",
      actor: "user:admin",
      subject: `campaign:${id}`,
      detail: { conditions: [], waivedRules: [waived], withdrawnConditions: [], withdrawnRules: [], role: "admin" },
    },
  ]);
});

test("other words for the same rule need the same role and are written down too", async () => {
  const { id } = await drafted({ waivedRules: [waived] });
  const reworded = { ...waived, acknowledgement: "It just does not hold for us." };
  expect(await desk.editCampaign({ id, version: 1, settings: { waivedRules: [reworded] }, by: as("marketer") })).toMatchObject({
    ok: false,
  });
  expect(await desk.editCampaign({ id, version: 1, settings: { waivedRules: [reworded] }, by: as("admin") })).toMatchObject({ ok: true });
  expect(await trail()).toHaveLength(2);
});

test("a marketer may edit what else there is, and may let the law hold again", async () => {
  const { id } = await drafted({ conditions: [charity], waivedRules: [waived] });
  expect(
    await desk.editCampaign({ id, version: 1, settings: { script: "Hello", conditions: [charity] }, by: as("marketer") }),
  ).toMatchObject({ ok: true });
  expect(await trail()).toHaveLength(1);
  expect(await desk.editCampaign({ id, version: 2, settings: { conditions: [], waivedRules: [] }, by: as("marketer") })).toMatchObject({
    ok: true,
  });
  expect((await trail())[1]?.detail).toMatchObject({ withdrawnConditions: ["charity"], withdrawnRules: ["us-tsr"], role: "marketer" });
});

test("an edit that is refused for another reason leaves nothing in the trail", async () => {
  const { id } = await drafted();
  expect(await desk.editCampaign({ id, version: 9, settings: { waivedRules: [waived] }, by: as("admin") })).toMatchObject({
    reason: "version-changed",
  });
  expect(await trail()).toEqual([]);
});

test("a rule that the rulebook does not know is refused by name", async () => {
  const answer = await draft({ waivedRules: [waived, { ...waived, rule: "us-florida" }] }, as("admin"));
  expect(answer).toMatchObject({
    ok: false,
    reason: "invalid-settings",
    detail: 'waivedRules.1.rule: found "us-florida", expected the id of a rule of the rulebook, such as us-fl',
  });
});

test("a change of the kind of calls or of their subject is written down: from what, to what, by whom", async () => {
  const { id } = await drafted();
  const changes = [{ callKind: "requested-callback" }, { subject: "solar-panels" }, { script: "Hello", subject: "solar-panels" }];
  for (const [index, settings] of changes.entries())
    expect(await desk.editCampaign({ id, version: index + 1, settings, by: as("marketer") })).toMatchObject({ ok: true });
  const written = { action: "campaign.call-kind-changed", actor: "user:marketer", subject: `campaign:${id}` };
  const [sales, requested] = [
    { callKind: "telemarketing", subject: null },
    { callKind: "requested-callback", subject: null },
  ];
  expect(await trail()).toEqual([
    { ...written, detail: { from: sales, to: requested, role: "marketer" } },
    { ...written, detail: { from: requested, to: { ...requested, subject: "solar-panels" }, role: "marketer" } },
  ]);
});

test("a campaign that is drafted with another kind of calls than the default is written down, one with the default is not", async () => {
  await drafted({ subject: "roofs" });
  expect(await trail()).toEqual([]);
  const { id } = await drafted({ callKind: "informational", subject: "delivery" });
  const detail = {
    from: { callKind: "telemarketing", subject: null },
    to: { callKind: "informational", subject: "delivery" },
    role: "admin",
  };
  expect(await trail()).toEqual([{ action: "campaign.call-kind-changed", actor: "user:admin", subject: `campaign:${id}`, detail }]);
});

test("a change of the kind of calls that is refused is not written down, nor is one that cannot be written down made", async () => {
  const { id } = await drafted();
  expect(await desk.editCampaign({ id, version: 9, settings: { callKind: "debt" }, by: as("admin") })).toMatchObject({ ok: false });
  expect(await trail()).toEqual([]);
  await expect(desk.editCampaign({ id, version: 1, settings: { callKind: "debt" }, by: { actor: "\0", role: "admin" } })).rejects.toThrow();
  expect((await desk.stores.campaigns.find(id))?.settings.callKind).toBe("telemarketing");
});
