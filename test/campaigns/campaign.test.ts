import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAMPAIGN_STATES, type CampaignAction, type CampaignState, campaignCan, campaignSettingsSchema } from "../../campaigns/campaign.ts";
import { describeFaults, readCampaignSettings } from "../../campaigns/campaign-settings.ts";
import { isReadableWindow } from "../../campaigns/compliance/calling-window.ts";
import { appointmentReminderPreset } from "../../campaigns/presets/appointment-reminder.ts";
import { demoPreset } from "../../campaigns/presets/demo.ts";
import { salesOutreachPreset } from "../../campaigns/presets/sales-outreach.ts";

const ALLOWED: Readonly<Record<CampaignAction, readonly CampaignState[]>> = {
  edit: ["draft", "scheduled", "running", "paused"],
  attachList: ["draft", "scheduled", "running", "paused"],
  schedule: ["draft"],
  start: ["draft", "scheduled", "paused"],
  pause: ["scheduled", "running"],
  complete: ["running", "paused"],
  archive: ["draft", "completed"],
  dial: ["running"],
};
const actions = Object.keys(ALLOWED) as CampaignAction[];
const cases = actions.flatMap((action) =>
  CAMPAIGN_STATES.map((state) => [action, state, ALLOWED[action].includes(state) ? "yes" : "no"] as const),
);

describe("what may be done with a campaign", () => {
  it.each(cases)("%s while it is %s: %s", (action, state, answer) => {
    expect(campaignCan[action]({ state })).toEqual(
      answer === "yes" ? { ok: true } : { ok: false, reason: "campaign-state", state, allowed: ALLOWED[action] },
    );
  });

  it("an archived campaign rests for ever", () => {
    expect(actions.filter((action) => campaignCan[action]({ state: "archived" }).ok)).toEqual([]);
  });
});

const given = { callerIds: ["+12025550190"] };

describe("the settings of a campaign", () => {
  it("have a default for everything but the number to show", () => {
    expect(campaignSettingsSchema.parse(given)).toMatchObject({
      dialMode: "progressive",
      ringTimeoutSeconds: 25,
      mostAttemptsPerContact: 6,
    });
    expect(campaignSettingsSchema.safeParse({}).success).toBe(false);
  });

  it.each([
    ["callerIds", { callerIds: [] }],
    ["callerIds", { callerIds: ["2025550190"] }],
    ["ringTimeoutSeconds", { ...given, ringTimeoutSeconds: 14 }],
    ["ringTimeoutSeconds", { ...given, ringTimeoutSeconds: 601 }],
    ["connectWithinSeconds", { ...given, connectWithinSeconds: 3 }],
    ["dialRatio", { ...given, dialRatio: 0.5 }],
    ["dialMode", { ...given, dialMode: "blast" }],
    ["frequencyCaps", { ...given, frequencyCaps: [{ per: "person", attempts: 3, hours: 721 }] }],
    ["mostAttemptsPerContact", { ...given, mostAttemptsPerContact: 0 }],
    ["callingWindow", { ...given, callingWindow: { 1: [] } }],
    ["colour", { ...given, colour: "green" }],
  ])("are refused for %s", (field, settings) => {
    const read = campaignSettingsSchema.safeParse(settings);
    expect(JSON.stringify(read.error?.issues)).toContain(field);
  });

  it("take a calling window exactly when the gate can read it", () => {
    const time = fc.oneof(
      fc.constantFrom("00:00", "09:00", "24:00", "24:30", "9:00", "23:59", "20:00", "-1:00", ""),
      fc.string({ maxLength: 5 }),
    );
    const day = fc.array(fc.record({ opensAt: time, closesAt: time }), { maxLength: 2 });
    fc.assert(
      fc.property(day, (span) => {
        const window = { 1: span, 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
        expect(isReadableWindow(window)).toBe(campaignSettingsSchema.safeParse({ ...given, callingWindow: window }).success);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("settings as somebody sends them", () => {
  it("name the rule for a disposition that is never recycled, which would be without effect", () => {
    const rule = { afterSeconds: 60, mostAttempts: 2 };
    const read = readCampaignSettings({ ...given, recycle: { busy: rule, noanswer: rule, success: rule } });
    expect(read).toMatchObject({ ok: false, faults: [{ field: "recycle.noanswer" }, { field: "recycle.success" }] });
    expect(readCampaignSettings({ ...given, recycle: { busy: rule, voicemail: rule } })).toMatchObject({ ok: true });
  });
});

describe("the presets", () => {
  it.each([
    ["demo", demoPreset],
    ["appointment reminder", appointmentReminderPreset],
    ["sales outreach", salesOutreachPreset],
  ])("%s has settings that hold", (_title, preset) => {
    const read = readCampaignSettings({ ...given, ...preset.settings });
    if (!read.ok) throw new Error(describeFaults(read.faults));
    const { settings } = read;
    expect(settings.frequencyCaps.length).toBeGreaterThan(0);
    expect(settings.ringTimeoutSeconds).toBeGreaterThanOrEqual(15);
  });
});
