/**
 * A campaign is a standing instruction to reach the contacts of some lists.
 *
 *   draft → scheduled → running ⇄ paused → completed → archived
 *
 * `campaignCan` is made from one table, so the API and the browser refuse for the same reason.
 */
import { z } from "zod";
import { CALL_KINDS } from "./compliance/call-kind.ts";
import { DECLARED_CONDITIONS } from "./compliance/condition.ts";
import { DIAL_MODES } from "./dial-mode.ts";

export const CAMPAIGN_STATES = ["draft", "scheduled", "running", "paused", "completed", "archived"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

const FROM: Readonly<Record<CampaignAction, readonly CampaignState[]>> = {
  edit: ["draft", "scheduled", "running", "paused"],
  attachList: ["draft", "scheduled", "running", "paused"],
  schedule: ["draft"],
  start: ["draft", "scheduled", "paused"],
  pause: ["scheduled", "running"],
  complete: ["running", "paused"],
  archive: ["draft", "completed"],
  dial: ["running"],
};
export type CampaignAction = "edit" | "attachList" | "schedule" | "start" | "pause" | "complete" | "archive" | "dial";

export type ActionAnswer = { ok: true } | { ok: false; reason: "campaign-state"; state: CampaignState; allowed: readonly CampaignState[] };

const ask =
  (action: CampaignAction) =>
  (campaign: { state: CampaignState }): ActionAnswer =>
    FROM[action].includes(campaign.state)
      ? { ok: true }
      : { ok: false, reason: "campaign-state", state: campaign.state, allowed: FROM[action] };

export const campaignCan: Readonly<Record<CampaignAction, (campaign: { state: CampaignState }) => ActionAnswer>> = {
  edit: ask("edit"),
  attachList: ask("attachList"),
  schedule: ask("schedule"),
  start: ask("start"),
  pause: ask("pause"),
  complete: ask("complete"),
  archive: ask("archive"),
  dial: ask("dial"),
};

const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "a local time from 00:00 to 24:00");

/** One span of local wall-clock time, end exclusive: [open, close). */
const openHours = z
  .object({ opensAt: localTime, closesAt: localTime })
  .refine((hours) => hours.opensAt < hours.closesAt, { message: "closesAt must be later than opensAt", path: ["closesAt"] });

/** Local hours at the contact's place. A day without spans is closed. Days are ISO: 1 is Monday, 7 is Sunday. */
export const callingWindowSchema = z.object({
  1: z.array(openHours),
  2: z.array(openHours),
  3: z.array(openHours),
  4: z.array(openHours),
  5: z.array(openHours),
  6: z.array(openHours),
  7: z.array(openHours),
});
export type CallingWindow = z.infer<typeof callingWindowSchema>;

/** Why somebody answers for a part of the law that is set aside; kept with the campaign and in the audit trail. */
const acknowledgement = z.string().trim().min(10).max(1_000);

const recycleRule = z.object({
  afterSeconds: z
    .number()
    .int()
    .min(0)
    .max(365 * 86_400),
  mostAttempts: z.number().int().min(1).max(100),
});

const weekdays = [{ opensAt: "09:00", closesAt: "20:00" }];
const everyDay: CallingWindow = { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: weekdays, 7: weekdays };

/** Everything a marketer may set. Each field: meaning, unit, default. */
export const campaignSettingsSchema = z.strictObject({
  dialMode: z.enum(DIAL_MODES).default("progressive"),
  /** What the calls are for: it decides which laws hold. The default is the strictest kind with an agent on the line. */
  callKind: z.enum(CALL_KINDS).default("telemarketing"),
  /** What the calls are about, so that laws can count by it ("solar-panels"); null: everything we call about is one subject. */
  subject: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "words of small letters and digits joined by hyphens")
    .max(60)
    .nullable()
    .default(null),
  /** What is true of every call of the campaign and lifts a part of a law (a charity calls); somebody answers for it. */
  conditions: z
    .array(z.strictObject({ condition: z.enum(DECLARED_CONDITIONS), acknowledgement }))
    .max(20)
    .default([]),
  /** Legal rules that an administrator sets aside for this campaign, and why. The gate runs all the same and says so. */
  waivedRules: z
    .array(z.strictObject({ rule: z.string().min(2).max(60), acknowledgement }))
    .max(20)
    .default([]),
  /** Calls in the air for each free agent, in power mode. Progressive is always 1. */
  dialRatio: z.number().min(1).max(10).default(1.5),
  callingWindow: callingWindowSchema.default(everyDay),
  /** Numbers shown to the contact, used in turn, E.164. */
  callerIds: z.array(z.string().regex(/^\+[1-9]\d{6,14}$/, "an E.164 number such as +12025550100")).min(1),
  /**
   * Seconds a call may ring. At least 15: 16 CFR 310.4(b)(4)(ii) (TSR, in force since 2003-10-01) counts
   * an unanswered call that was cut off before 15 seconds or four rings as abandoned. At most 600: Twilio's limit.
   */
  ringTimeoutSeconds: z.number().int().min(15).max(600).default(25),
  /**
   * Seconds from the answer within which an agent must be found, else the call is abandoned. At most 2:
   * 16 CFR 310.4(b)(4)(iii) gives two seconds from the end of the person's greeting.
   */
  connectWithinSeconds: z.number().int().min(0).max(2).default(2),
  wrapUpSeconds: z.number().int().min(5).max(3_600).default(60),
  /** Who calls, as people know them: the seller's name in an abandon message. null: not said, where no law demands it. */
  callerName: z.string().trim().min(1).max(100).nullable().default(null),
  /** Where people can call back and ask not to be called, E.164. */
  callbackNumber: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, "an E.164 number such as +12025550100")
    .nullable()
    .default(null),
  /**
   * Said to a person who answered when no agent was free. Names the caller; sells nothing. Where a law says what must
   * be named, these words are used only if they have a place for all of it: {caller}, {number}, {purpose}, {key}.
   */
  abandonMessage: z
    .string()
    .min(1)
    .max(1_000)
    .default("Sorry, we called you and nobody was free to speak. We will not keep you waiting. Goodbye."),
  abandonMessageLanguage: z.string().min(2).max(20).default("en-US"),
  /** off: every answer goes to an agent. async: the agent gets the call at once, a machine drops away. */
  answerDetection: z.enum(["off", "async"]).default("off"),
  /**
   * Rolling caps over all campaigns. The default, three a day to one person, is the tightest of the United
   * States (Florida Statutes 501.059(8)(b), Oklahoma 15 O.S. 775C.3, read 2026-11-21).
   */
  frequencyCaps: z
    .array(
      z.strictObject({
        per: z.enum(["number", "person"]),
        attempts: z.number().int().min(1).max(100),
        hours: z.number().int().min(1).max(720),
      }),
    )
    .max(10)
    .default([{ per: "person", attempts: 3, hours: 24 }]),
  mostAttemptsPerContact: z.number().int().min(1).max(100).default(6),
  recycle: z.record(z.string(), recycleRule).default({
    busy: { afterSeconds: 900, mostAttempts: 4 },
    "no-answer": { afterSeconds: 7_200, mostAttempts: 4 },
    machine: { afterSeconds: 14_400, mostAttempts: 3 },
    abandoned: { afterSeconds: 259_200, mostAttempts: 2 },
  }),
  recycleFallback: recycleRule.default({ afterSeconds: 3_600, mostAttempts: 3 }),
  /** Skills that an agent must have, all of them. */
  requiredSkills: z.array(z.string().min(1).max(60)).default([]),
  /** Higher goes first when campaigns share agents. */
  priority: z.number().int().min(-100).max(100).default(0),
  script: z.string().max(20_000).default(""),
});
export type CampaignSettings = z.infer<typeof campaignSettingsSchema>;

export type Campaign = {
  id: string;
  name: string;
  state: CampaignState;
  settings: CampaignSettings;
  version: number;
};
