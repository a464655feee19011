import { beforeEach, describe, expect, it } from "vitest";
import { aCampaign, aCampaignContact, aContact, anAttempt, aPlace } from "../../support/builders.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

describe("the status of a campaign", () => {
  it("counts contacts, attempts and dispositions, and the share of abandoned calls over thirty days", async () => {
    const campaign = await aCampaign(database.db);
    const now = new Date(desk.clock.now());
    const longAgo = new Date(desk.clock.now() - 31 * 86_400_000);
    const place = async (row: Parameters<typeof aCampaignContact>[2], attempt?: Parameters<typeof anAttempt>[2]) => {
      const contact = await aContact(database.db);
      await aCampaignContact(database.db, { campaign, contact }, row);
      if (attempt) await anAttempt(database.db, { campaign, contact }, { submitting_at: now, ...attempt });
    };
    const closed = (disposition: string, more: Parameters<typeof anAttempt>[2] = {}) => ({
      state: "closed" as const,
      disposition,
      closed_at: now,
      ...more,
    });
    await place({ state: "ready", wait_reason: "outside-calling-window", due_at: new Date(desk.clock.now() + 3_600_000), priority: 3 });
    await place({ state: "ready", due_at: new Date(desk.clock.now() + 60_000), priority: -2 });
    await place({ state: "on-hopper", hopper_rank: "1" });
    await place({ state: "in-attempt" }, { state: "ringing" });
    await place({ state: "in-attempt" }, { state: "connected" });
    await place({ state: "finished" }, closed("success", { answered_at: now, connected_at: now }));
    await place({ state: "finished" }, closed("voicemail", { answered_at: now, connected_at: now, answer: "machine" }));
    await place({ state: "finished" }, closed("abandoned", { answered_at: now, abandoned_at: now }));
    await place({ state: "finished" }, closed("abandoned", { answered_at: longAgo, abandoned_at: longAgo, closed_at: longAgo }));
    await place(
      { state: "ready", due_at: new Date(desk.clock.now() + 90_000) },
      { state: "released", disposition: "not-placed", closed_at: now, submitting_at: null },
    );
    expect(await desk.campaignStatus(campaign.id)).toEqual({
      campaignId: campaign.id,
      state: "running",
      stateReason: null,
      contacts: { ready: 3, "on-hopper": 1, "in-attempt": 2, finished: 4 },
      contactCount: 10,
      attemptedContacts: 6,
      penetration: 0.6,
      waiting: { "outside-calling-window": 1 },
      outsideWindowCount: 0,
      nextDueAt: desk.clock.now() + 60_000,
      openAttempts: { ringing: 1, connected: 1 },
      callsInTheAir: 1,
      connected: 1,
      dispositions: { success: 1, voicemail: 1, abandoned: 2 },
      answerRate: 0.75,
      abandonRate: 0.5,
      abandonment: { since: desk.clock.now() - 30 * 86_400_000, abandoned: 1, liveAnswers: 2 },
    });
  });

  it("of an empty campaign divides nothing by nothing", async () => {
    const { id } = await aCampaign(database.db);
    expect(await desk.campaignStatus(id)).toMatchObject({
      contactCount: 0,
      penetration: null,
      answerRate: null,
      abandonRate: null,
      nextDueAt: null,
    });
  });

  it("says now when contacts have been due for ever", async () => {
    const campaign = await aCampaign(database.db);
    await aCampaignContact(database.db, { campaign, contact: await aContact(database.db) });
    expect(await desk.campaignStatus(campaign.id)).toMatchObject({ nextDueAt: desk.clock.now() });
  });

  it("knows of no next opening while all wait for what somebody must do, and names it once waiting helps one", async () => {
    const campaign = await aCampaign(database.db);
    const add = async (wait_reason: string, afterMs: number) =>
      aCampaignContact(
        database.db,
        { campaign, contact: await aContact(database.db) },
        { wait_reason, due_at: new Date(desk.clock.now() + afterMs) },
      );
    await add("emergency-stop", 60_000);
    await add("register-not-loaded", 30_000);
    expect(await desk.campaignStatus(campaign.id)).toMatchObject({ nextDueAt: null, contacts: { ready: 2 } });
    await add("recycled", 90_000);
    const another = makeCampaignDesk(database.stores);
    another.clock.moveTo(desk.clock.now());
    expect(await another.campaignStatus(campaign.id)).toMatchObject({ nextDueAt: desk.clock.now() + 90_000 });
  });

  it("says when the calling window opens while it is closed wherever somebody is due", async () => {
    // 21 November 2026, a Saturday, is a day on which nobody is called; New York opens first, at 9:00 on Sunday.
    const hours = [{ opensAt: "09:00", closesAt: "20:00" }];
    const callingWindow = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: hours };
    const campaign = await aCampaign(database.db, { settings: { callingWindow } });
    const [east, west] = [await aPlace(database.db), await aPlace(database.db, { zones: ["America/Los_Angeles"] })];
    desk.clock.moveTo(Date.parse("2026-11-21T18:00:00Z"));
    for (const place of [west, east, east])
      await aCampaignContact(database.db, { campaign, contact: await aContact(database.db, { place }) });
    const later = { due_at: new Date("2026-11-22T18:00:00Z"), wait_reason: "recycled" };
    await aCampaignContact(database.db, { campaign, contact: await aContact(database.db, { place: east }) }, later);
    expect(await desk.campaignStatus(campaign.id)).toMatchObject({
      outsideWindowCount: 3,
      waiting: { recycled: 1 },
      nextDueAt: Date.parse("2026-11-22T14:00:00Z"),
    });
  });

  it("is counted once for all who ask at the same time, and again when it has aged", async () => {
    const { id } = await aCampaign(database.db);
    const [one, other] = await Promise.all([desk.campaignStatus(id), desk.campaignStatus(id)]);
    expect(other).toBe(one);
    expect(await desk.campaignStatus(id)).toBe(one);
    desk.clock.advance(1_000);
    expect(await desk.campaignStatus(id)).not.toBe(one);
  });
});
