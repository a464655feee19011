import { z } from "zod";
import { CAMPAIGN_STATES, campaignSettingsSchema } from "../../campaigns/campaign.ts";
import { id, idParams, instant, instantIn, pageOf, pageQuery } from "./common.ts";
import { route } from "./route.ts";

/** Settings as they are sent: what is left out has its default. */
export const campaignSettings = campaignSettingsSchema.meta({ id: "CampaignSettings" });

export const campaign = z
  .object({
    id,
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    stateReason: z.string().nullable(),
    settings: campaignSettings,
    version: z.number().int(),
    listIds: z.array(id),
    startsAt: instant.nullable(),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: "Campaign" });

const counts = z.record(z.string(), z.number().int());

/** How far a campaign has come. Ratios are 0 to 1, null while nothing can be divided. */
export const campaignStatus = z
  .object({
    campaignId: id,
    state: z.enum(CAMPAIGN_STATES),
    stateReason: z.string().nullable(),
    /** Contacts by what may be done with them: ready, on-hopper, in-attempt, finished. */
    contacts: counts,
    contactCount: z.number().int(),
    /** Attempts that are open now, by state. */
    openAttempts: counts,
    /** Placed, and nobody has picked up yet. */
    callsInTheAir: z.number().int(),
    /** Persons who talk to an agent now. */
    connected: z.number().int(),
    dispositions: counts,
    attemptedContacts: z.number().int(),
    penetration: z.number().nullable(),
    answerRate: z.number().nullable(),
    abandonRate: z.number().nullable(),
    /** What the abandon rate was counted from. */
    abandonment: z.object({ since: instant, abandoned: z.number().int(), liveAnswers: z.number().int() }),
    /** Why contacts wait, by reason. */
    waiting: counts,
    /** Ready contacts that are due where the calling window is closed now. */
    outsideWindowCount: z.number().int(),
    /** When the first of the ready contacts may be called at the soonest; null: there is none, or waiting helps none of them. */
    nextDueAt: instant.nullable(),
  })
  .meta({ id: "CampaignStatus" });

const name = z.string().trim().min(1).max(200);
const tag = "Campaigns";

const moved = { status: 200, about: "The campaign as it is now", schema: campaign } as const;
const move = {
  method: "post",
  tag,
  may: "run-campaigns",
  params: idParams,
  response: moved,
  errors: [404, 409, 422],
  audit: "campaign",
} as const;

const ratio = z.number().min(0).max(1);
const abandonment = z
  .object({
    items: z.array(
      z.object({
        rule: z.string(),
        jurisdiction: z.string(),
        citation: z.string(),
        confidence: z.enum(["high", "medium", "low"]),
        window: z.enum(["30-days", "day", "month"]),
        from: instant,
        to: instant,
        liveAnswers: z.number().int(),
        abandoned: z.number().int(),
        share: ratio,
        cap: ratio.nullable(),
        isOverCap: z.boolean(),
        left: z.number().int().nullable(),
        connectWithinSeconds: z.number().int(),
      }),
    ),
  })
  .meta({ id: "AbandonmentLedger" });

export const campaignRoutes = {
  listCampaigns: route({
    method: "get",
    path: "/v1/campaigns",
    tag,
    summary: "Campaigns, newest first",
    may: "read-campaigns",
    query: pageQuery.extend({ state: z.enum(CAMPAIGN_STATES).optional() }),
    response: { status: 200, about: "A page of campaigns", schema: pageOf(campaign).meta({ id: "CampaignPage" }) },
    errors: [],
  }),
  createCampaign: route({
    method: "post",
    path: "/v1/campaigns",
    tag,
    summary: "Draft a campaign",
    may: "run-campaigns",
    body: z.strictObject({ name, settings: campaignSettings }).meta({ id: "NewCampaign" }),
    response: { status: 201, about: "Drafted", schema: campaign },
    errors: [409, 422],
    idempotent: true,
    audit: "campaign",
  }),
  findCampaign: route({
    method: "get",
    path: "/v1/campaigns/{id}",
    tag,
    summary: "One campaign; its ETag is its version",
    may: "read-campaigns",
    params: idParams,
    response: moved,
    errors: [404],
  }),
  editCampaign: route({
    method: "patch",
    path: "/v1/campaigns/{id}",
    tag,
    summary: "Change a campaign, also while it runs; settings that are left out stay. Needs If-Match or the version in the body",
    may: "run-campaigns",
    params: idParams,
    body: z
      .strictObject({
        version: z.number().int().min(1).optional(),
        name: name.optional(),
        settings: z.record(z.string(), z.unknown()).meta({ description: "Some of CampaignSettings" }).optional(),
      })
      .meta({ id: "CampaignChanges" }),
    response: moved,
    errors: [404, 409, 412, 422, 428],
    audit: "campaign",
  }),
  startCampaign: route({ ...move, path: "/v1/campaigns/{id}/start", summary: "Start or resume dialing" }),
  pauseCampaign: route({ ...move, path: "/v1/campaigns/{id}/pause", summary: "Start no further calls; those under way go on" }),
  completeCampaign: route({ ...move, path: "/v1/campaigns/{id}/complete", summary: "End the campaign" }),
  archiveCampaign: route({ ...move, path: "/v1/campaigns/{id}/archive", summary: "Put the campaign away" }),
  scheduleCampaign: route({
    ...move,
    path: "/v1/campaigns/{id}/schedule",
    summary: "Start the campaign by itself at a time",
    body: z.strictObject({ startsAt: instantIn }).meta({ id: "CampaignSchedule" }),
  }),
  attachList: route({
    method: "put",
    path: "/v1/campaigns/{id}/lists/{listId}",
    tag,
    summary: "Add a contact list to the campaign; again is the same",
    may: "run-campaigns",
    params: idParams.extend({ listId: id }),
    response: moved,
    errors: [404, 409, 422],
    audit: "campaign",
  }),
  abandonmentLedger: route({
    method: "get",
    path: "/v1/campaigns/{id}/abandonment",
    tag,
    summary: "Abandoned calls as each law counts them, in its own span of time and against its own cap",
    may: "run-campaigns",
    params: idParams,
    response: { status: 200, about: "Current and past spans with a live answer, the latest of each law first", schema: abandonment },
    errors: [404],
  }),
  campaignStatus: route({
    method: "get",
    path: "/v1/campaigns/{id}/status",
    tag,
    summary: "How far the campaign has come",
    may: "run-campaigns",
    params: idParams,
    response: { status: 200, about: "Contacts, open attempts and dispositions in numbers", schema: campaignStatus },
    errors: [404],
  }),
};
