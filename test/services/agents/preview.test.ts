import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS, SECOND_MS } from "../../../campaigns/instant.ts";
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import { aCampaign, aCampaignContact, aContact, aDoNotCallEntry, type BuiltContact } from "../../support/builders.ts";
import {
  agentGone,
  agentOf,
  aReservedCall,
  attemptOf,
  aWaitingAgent,
  contactOf,
  type Floor,
  joined,
  makeFloor,
  pickUp,
  progress,
} from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

/** A preview campaign with contacts on the hopper, in this order. */
async function aPreviewCampaign(contacts: number, settings: Partial<CampaignSettings> = {}) {
  const campaign = await aCampaign(house.db, { settings: { dialMode: "preview", ...settings } });
  const shelved: BuiltContact[] = [];
  for (let rank = 1; rank <= contacts; rank++) {
    const contact = await aContact(house.db);
    await aCampaignContact(house.db, { campaign, contact }, { state: "on-hopper", hopper_rank: String(rank) });
    shelved.push(contact);
  }
  return { campaign, contacts: shelved };
}

async function aPreview(settings: Partial<CampaignSettings> = {}) {
  const agent = await aWaitingAgent(floor);
  const { campaign, contacts } = await aPreviewCampaign(1, settings);
  const answer = await floor.preview.next(agent.id, campaign.id);
  if (!answer.ok) throw new Error(`preview: found ${answer.reason}, expected a contact`);
  return { agent, campaign, contact: contacts[0] as BuiltContact, attemptId: answer.attempt.id };
}

describe("an agent looks at the next contact", () => {
  test("gets the first on the hopper, and is held for it", async () => {
    const agent = await aWaitingAgent(floor);
    const { campaign, contacts } = await aPreviewCampaign(2);
    const answer = await floor.preview.next(agent.id, campaign.id);
    expect(answer).toMatchObject({
      ok: true,
      attempt: { kind: "preview", state: "reserved", contactId: contacts[0]?.id, agentId: agent.id },
    });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "reserved" });
    expect(await floor.preview.next(agent.id, campaign.id)).toEqual({ ok: false, reason: "agent-not-available" });
    expect(floor.carrier.orders).toEqual([]);
  });

  test("a contact whose person is on a call is passed over, not offered for ever", async () => {
    const agent = await aWaitingAgent(floor);
    const { campaign, contacts } = await aPreviewCampaign(2);
    await aReservedCall(floor, { contact: { person_id: contacts[0]?.person_id as string } });
    const answer = await floor.preview.next(agent.id, campaign.id);
    expect(answer).toMatchObject({ ok: true, attempt: { contactId: contacts[1]?.id } });
    expect(await contactOf(floor, { campaign, contact: contacts[0] as BuiltContact })).toMatchObject({
      state: "ready",
      wait_reason: "person-on-a-call",
      due_at: floor.clock.now() + MINUTE_MS,
    });
  });

  test("nothing on the hopper: it is to be filled", async () => {
    const agent = await aWaitingAgent(floor);
    const { campaign } = await aPreviewCampaign(0);
    expect(await floor.preview.next(agent.id, campaign.id)).toEqual({ ok: false, reason: "no-contact-ready" });
    expect(floor.jobQueue.ofName("fill-hopper")).toEqual([{ campaignId: campaign.id }]);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
  });

  test("two agents at once never get one contact", async () => {
    const agents = [await aWaitingAgent(floor), await aWaitingAgent(floor)];
    const { campaign } = await aPreviewCampaign(2);
    const answers = await Promise.all(agents.map((agent) => floor.preview.next(agent.id, campaign.id)));
    const taken = answers.map((answer) => (answer.ok ? answer.attempt.contactId : answer.reason));
    expect(new Set(taken).size).toBe(2);
    expect(answers.every((answer) => answer.ok)).toBe(true);
  });

  test("only in a running preview campaign whose skills the agent has", async () => {
    const agent = await aWaitingAgent(floor, { skills: ["sales"] });
    const progressive = await aCampaign(house.db);
    const paused = await aCampaign(house.db, { state: "paused", settings: { dialMode: "preview" } });
    const { campaign: loans } = await aPreviewCampaign(1, { requiredSkills: ["loans"] });
    expect(await floor.preview.next(agent.id, progressive.id)).toEqual({ ok: false, reason: "not-a-preview-campaign" });
    expect(await floor.preview.next(agent.id, paused.id)).toEqual({ ok: false, reason: "campaign-not-running" });
    expect(await floor.preview.next(agent.id, loans.id)).toEqual({ ok: false, reason: "missing-skill" });
  });
});

describe("the agent dials", () => {
  test("the person who answers is joined to this very agent, though others wait longer", async () => {
    const { agent, attemptId } = await aPreview();
    await aWaitingAgent(floor, { state_since: new Date(floor.clock.now() - MINUTE_MS) });
    expect(await floor.preview.dial(agent.id, attemptId)).toEqual({ ok: true });
    const call = { attemptId, carrierCallId: floor.carrier.callOf(attemptId).carrierCallId };
    expect(await pickUp(floor, call)).toMatchObject({ do: "join-agent", conferenceName: agent.conference_name });
    await floor.tell(joined(call, agent));
    expect(await agentOf(floor, agent)).toMatchObject({ state: "talking" });
  });

  test("nobody answers: the agent is free again without a wrap-up", async () => {
    const { agent, attemptId } = await aPreview();
    await floor.preview.dial(agent.id, attemptId);
    const call = { attemptId, carrierCallId: floor.carrier.callOf(attemptId).carrierCallId };
    await floor.tell(progress(call, "no-answer", "no-answer"));
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });

  test("the gate refuses: the agent hears why and is free again", async () => {
    const { agent, attemptId, contact } = await aPreview();
    await aDoNotCallEntry(house.db, { phone: contact.phones[0] as string });
    expect(await floor.preview.dial(agent.id, attemptId)).toEqual({ ok: false, reason: "refused", detail: "do-not-call" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
    expect(floor.carrier.orders).toEqual([]);
  });

  test("not without a line: whoever answered would be alone", async () => {
    const { agent, attemptId } = await aPreview();
    await floor.tell(agentGone(agent));
    expect(await floor.preview.dial(agent.id, attemptId)).toEqual({ ok: false, reason: "refused", detail: "line-not-parked" });
    expect(floor.carrier.orders).toEqual([]);
  });

  test("twice is once, and another agent's contact is not theirs to dial", async () => {
    const { agent, attemptId } = await aPreview();
    const other = await aWaitingAgent(floor);
    expect(await floor.preview.dial(other.id, attemptId)).toEqual({ ok: false, reason: "not-your-attempt" });
    await floor.preview.dial(agent.id, attemptId);
    expect(await floor.preview.dial(agent.id, attemptId)).toEqual({ ok: false, reason: "not-in-preview" });
    expect(floor.carrier.orders).toHaveLength(1);
  });
});

describe("the agent does not dial", () => {
  test("a skipped contact is left alone for a day and the reason is kept", async () => {
    const { agent, attemptId, campaign, contact } = await aPreview();
    expect(await floor.preview.skipContact(agent.id, attemptId, "spoke to them this morning")).toEqual({ ok: true });
    expect(await attemptOf(floor, { attemptId })).toMatchObject({
      state: "released",
      note: "spoke to them this morning",
      refusal: "skipped",
    });
    expect(await contactOf(floor, { campaign, contact })).toMatchObject({
      state: "ready",
      due_at: floor.clock.now() + 24 * 60 * MINUTE_MS,
    });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
    expect(await floor.preview.skipContact(agent.id, attemptId, "again")).toEqual({ ok: false, reason: "not-in-preview" });
  });

  test("a contact that is looked at for more than five minutes goes back, and the agent is free", async () => {
    const { agent, attemptId, campaign, contact } = await aPreview();
    floor.clock.advance(4 * MINUTE_MS);
    await floor.reapAttempts();
    expect(await attemptOf(floor, { attemptId })).toMatchObject({ state: "reserved" });
    floor.clock.advance(MINUTE_MS + SECOND_MS);
    await floor.reapAttempts();
    expect(await attemptOf(floor, { attemptId })).toMatchObject({ state: "released", refusal: "not-released-in-time" });
    expect(await contactOf(floor, { campaign, contact })).toMatchObject({ state: "ready" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });
});
