import { beforeEach, describe, expect, it } from "vitest";
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import type { Funnel } from "../../../campaigns/measures/dialability.ts";
import { makeDialability } from "../../../src/services/campaigns/dialability.ts";
import { makeEditCampaign } from "../../../src/services/campaigns/edit-campaign.ts";
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
import { type MovingClock, movingClock } from "../../support/clock.ts";
import { countedIds } from "../../support/ids.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let clock: MovingClock;
let service: ReturnType<typeof makeDialability>;
beforeEach(() => {
  clock = movingClock();
  service = makeDialability({ stores: house.stores, clock });
});

const hours = [{ opensAt: "09:00", closesAt: "20:00" }];
const callingWindow = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] };
const settings: Partial<CampaignSettings> = {
  callKind: "telemarketing",
  callerName: "Example",
  callbackNumber: "+12025550100",
  callingWindow,
};
const NEW_YORK = { zones: ["America/New_York"], jurisdictions: ["US", "US-NY"] };
const ago = (hours: number): Date => new Date(clock.now() - hours * HOUR_MS);

async function join(
  campaign: { id: string },
  where: { zones: string[]; jurisdictions: string[] },
  row: Parameters<typeof aCampaignContact>[2] = {},
) {
  const contact = await aContact(house.db, { place: await aPlace(house.db, where) });
  await aCampaignContact(house.db, { campaign, contact }, row);
  return contact;
}

async function loadRegister(name: string, phones: readonly string[] = []): Promise<void> {
  const times = { created_at: ago(1), progress_at: ago(1), loaded_at: ago(1), loaded_by: "test" };
  const row = {
    id: anId(),
    name,
    kind: "national" as const,
    jurisdiction: "US",
    file_name: name,
    file_date: "2026-11-17",
    state: "current" as const,
  };
  const { number } = await house.db
    .insertInto("registers")
    .values({ ...row, ...times })
    .returning("number")
    .executeTakeFirstOrThrow();
  for (const phone of phones)
    await house.db
      .insertInto("register_numbers")
      .values({ phone: phone.slice(1), register: number })
      .execute();
}

const closed = (contact: BuiltContact, campaign: { id: string }, hoursAgo: number) =>
  anAttempt(
    house.db,
    { campaign, contact },
    { state: "closed", disposition: "busy", submitting_at: ago(hoursAgo), closed_at: ago(hoursAgo), reserved_at: ago(hoursAgo) },
  );

async function funnelOf(campaign: { id: string }): Promise<Funnel> {
  const funnel = await service.dialability(campaign.id);
  if (!funnel) throw new Error("found no funnel");
  const { loaded, finished, inHand, waiting, held, dialableNow } = funnel;
  expect(finished.count + inHand.count + waiting.count + held.count + dialableNow).toBe(loaded);
  return funnel;
}
const heldBy = ({ held }: Funnel): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { code, count } of held.reasons) if (count > 0) counts[code] = (counts[code] ?? 0) + count;
  return counts;
};

describe("the dialability of a campaign", () => {
  it("counts each contact once, under the reason for which it is not called", async () => {
    const campaign = await aCampaign(house.db, { settings });
    const join1 = (where: Parameters<typeof join>[1], row?: Parameters<typeof join>[2]) => join(campaign, where, row);
    await join1(NEW_YORK);
    await join1(NEW_YORK, { state: "finished", finished_reason: "final-disposition" });
    await join1(NEW_YORK, { state: "on-hopper", hopper_rank: "1" });
    await join1(NEW_YORK, { state: "in-attempt" });
    await join1(NEW_YORK, { due_at: ago(-2), wait_reason: "recycled" });
    await join1(NEW_YORK, { due_at: ago(-2), wait_reason: "outside-calling-window" });
    await aDoNotCallEntry(house.db, { phone: (await join1(NEW_YORK)).phones[0] as string });
    const listed = await join1(NEW_YORK);
    await loadRegister("us-national", listed.phones);
    await join1({ zones: ["America/Los_Angeles"], jurisdictions: ["US", "US-CA"] });
    await join1({ zones: ["America/New_York"], jurisdictions: ["US", "US-GA"] });
    await join1({ zones: ["Europe/Paris"], jurisdictions: ["FR"] });
    await join1({ zones: ["Europe/London"], jurisdictions: ["GB"] });
    await join1({ zones: [], jurisdictions: [] });
    await join1({ zones: ["Asia/Tashkent"], jurisdictions: ["UZ"] });
    const tried = await join1(NEW_YORK);
    for (const hoursAgo of [2, 3, 4]) await closed(tried, campaign, hoursAgo);
    await closed(await join1(NEW_YORK), campaign, 100);
    const busy = await join1(NEW_YORK);
    await anAttempt(house.db, { campaign: await aCampaign(house.db), contact: busy }, { state: "ringing", submitting_at: ago(0) });
    const stop = {
      id: anId(),
      scope: "jurisdiction" as const,
      jurisdiction: "US-GA",
      campaignId: null,
      reason: "storm",
      createdAt: clock.now(),
    };
    await house.stores.stops.add({ ...stop, createdBy: "test" });
    const funnel = await funnelOf(campaign);
    expect(funnel).toMatchObject({
      loaded: 17,
      state: "running",
      assumesRunning: false,
      finished: { count: 1, reasons: [{ code: "final-disposition", count: 1 }] },
      inHand: { count: 2, onHopper: 1, inAttempt: 1 },
      waiting: { count: 1, reasons: [{ code: "recycled", count: 1, nextDueAt: clock.now() + 2 * HOUR_MS }] },
      dialableNow: 3,
      isSampled: false,
      judgedCount: 13,
    });
    expect(heldBy(funnel)).toEqual({
      "do-not-call": 1,
      "on-register": 1,
      "outside-legal-hours": 1,
      "emergency-stop": 1,
      "consent-required": 1,
      "register-not-loaded": 1,
      "unknown-place": 1,
      "unknown-jurisdiction": 1,
      "frequency-cap": 1,
      "person-on-a-call": 1,
    });
    const law = funnel.held.reasons.find(({ code }) => code === "consent-required");
    expect(law).toMatchObject({
      answer: "never",
      rule: expect.stringMatching(/^fr-/),
      citation: expect.stringContaining("L.223-1"),
      nextOpensAt: null,
    });
    // Los Angeles at eight, and whoever was tried three times in the last day.
    expect(funnel.openings).toEqual([
      { opensAt: Date.UTC(2026, 10, 18, 17), count: 2 },
      { opensAt: Date.UTC(2026, 10, 19, 14), count: 1 },
    ]);
  });

  it("is told of a campaign that does not run as if it ran, and of one that has ended as it is", async () => {
    const draft = await aCampaign(house.db, { state: "draft" });
    await join(draft, NEW_YORK);
    expect(await funnelOf(draft)).toMatchObject({ state: "draft", assumesRunning: true, dialableNow: 1 });
    const ended = await aCampaign(house.db, { state: "completed" });
    await join(ended, NEW_YORK);
    const funnel = await funnelOf(ended);
    expect([funnel.assumesRunning, funnel.dialableNow, heldBy(funnel)]).toEqual([false, 0, { "campaign-ended": 1 }]);
  });

  it("says when nothing but a stop's lifting will do, and sees both at once", async () => {
    const campaign = await aCampaign(house.db);
    await join(campaign, NEW_YORK);
    expect((await funnelOf(campaign)).dialableNow).toBe(1);
    const stop = { id: anId(), scope: "everything" as const, jurisdiction: null, campaignId: null, reason: "fire", createdAt: clock.now() };
    await house.stores.stops.add({ ...stop, createdBy: "test" });
    const stopped = await funnelOf(campaign);
    expect([stopped.dialableNow, heldBy(stopped), stopped.openings]).toEqual([0, { "emergency-stop": 1 }, []]);
    await house.stores.stops.lift(stop.id, { by: "test", reason: "out", at: clock.now() });
    expect((await funnelOf(campaign)).dialableNow).toBe(1);
  });

  it("is counted once for all who ask at the same time, and again when it has aged", async () => {
    const campaign = await aCampaign(house.db);
    const [one, other] = await Promise.all([service.dialability(campaign.id), service.dialability(campaign.id)]);
    expect(other).toBe(one);
    clock.advance(1_000);
    expect(await service.dialability(campaign.id)).not.toBe(one);
  });

  it("does not exist for a campaign that does not", async () => {
    expect(await service.dialability(anId())).toBeUndefined();
    expect(await service.previewDialability({ id: anId(), settings: {} })).toMatchObject({ ok: false, reason: "no-such-campaign" });
  });
});

describe("a preview of other settings", () => {
  const wide = { ...callingWindow, 3: [{ opensAt: "12:00", closesAt: "20:00" }] };
  const evening = { callingWindow: wide, callKind: "informational", mostAttemptsPerContact: 1 };

  async function aBusyCampaign() {
    const campaign = await aCampaign(house.db, { settings });
    await loadRegister("us-national");
    await join(campaign, NEW_YORK);
    await join(campaign, NEW_YORK, { due_at: ago(-9), wait_reason: "outside-calling-window" });
    await join(campaign, { zones: ["America/Halifax"], jurisdictions: ["US", "US-ME"] });
    await join(campaign, { zones: ["Europe/Paris"], jurisdictions: ["FR"] });
    await closed(await join(campaign, NEW_YORK), campaign, 100);
    await join(campaign, NEW_YORK, { state: "finished", finished_reason: "final-disposition" });
    await join(campaign, NEW_YORK, { state: "finished", finished_reason: "consent-required" });
    return campaign;
  }

  it("says what they would move, and saving them moves just that", async () => {
    const campaign = await aBusyCampaign();
    const preview = await service.previewDialability({ id: campaign.id, settings: evening });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.now).toEqual(await funnelOf(campaign));
    expect(preview.moved).toContainEqual({ code: "dialable", from: preview.now.dialableNow, to: preview.then.dialableNow });
    expect(preview.then.dialableNow).not.toBe(preview.now.dialableNow);
    const edit = makeEditCampaign({ stores: house.stores, clock, ids: countedIds(0xd1) });
    expect(await edit({ id: campaign.id, version: campaign.version, settings: evening })).toMatchObject({ ok: true });
    expect(await funnelOf(campaign)).toEqual(preview.then);
  });

  it("writes nothing", async () => {
    const campaign = await aBusyCampaign();
    const before = await house.stores.campaigns.find(campaign.id);
    await service.previewDialability({ id: campaign.id, settings: evening });
    expect(await house.stores.campaigns.find(campaign.id)).toEqual(before);
    for (const table of ["decisions", "audit_entries", "live_events"] as const)
      expect(await house.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it("is refused as the edit would be: field by field, for an ended campaign, and for a law that is not yours to set aside", async () => {
    const { id } = await aCampaign(house.db);
    const wrong = await service.previewDialability({ id, settings: { ringTimeoutSeconds: 5, dialRatio: "high" } });
    expect(wrong).toMatchObject({ ok: false, reason: "invalid-settings" });
    expect(wrong).toMatchObject({
      detail: expect.stringMatching(/ringTimeoutSeconds: found 5, expected .*; dialRatio|dialRatio: found .*; ringTimeoutSeconds/),
    });
    const waived = { waivedRules: [{ rule: "us-tsr", acknowledgement: "Counsel has looked at it." }] };
    expect(await service.previewDialability({ id, settings: waived, by: { actor: "user:1", role: "marketer" } })).toMatchObject({
      ok: false,
      reason: "law-not-yours",
    });
    const ended = await aCampaign(house.db, { state: "completed" });
    expect(await service.previewDialability({ id: ended.id, settings: {} })).toMatchObject({ ok: false, reason: "campaign-state" });
  });
});
