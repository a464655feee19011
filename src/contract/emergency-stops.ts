import { z } from "zod";
import { id, idParams, instant, pageOf, pageQuery } from "./common.ts";
import { route } from "./route.ts";

const scope = z.enum(["everything", "jurisdiction", "campaign"]);
const reason = z.string().trim().min(3).max(500);

export const emergencyStop = z
  .object({
    id,
    scope,
    /** ISO 3166-1 country or 3166-2 region. */
    jurisdiction: z.string().nullable(),
    campaignId: id.nullable(),
    reason: z.string(),
    createdBy: z.string(),
    createdAt: instant,
    liftedBy: z.string().nullable(),
    liftReason: z.string().nullable(),
    liftedAt: instant.nullable(),
  })
  .meta({ id: "EmergencyStop" });

const newStop = z
  .strictObject({
    scope,
    jurisdiction: z.string().trim().min(2).max(10).nullable().default(null),
    campaignId: id.nullable().default(null),
    reason,
    /** End conversations too; without it they go on, and only calls that ring are taken back. */
    hangUp: z.boolean().default(false),
  })
  .refine((stop) => (stop.scope === "jurisdiction") === (stop.jurisdiction !== null), {
    message: "a code for the scope jurisdiction, and none otherwise",
    path: ["jurisdiction"],
  })
  .refine((stop) => (stop.scope === "campaign") === (stop.campaignId !== null), {
    message: "a campaign for the scope campaign, and none otherwise",
    path: ["campaignId"],
  })
  .meta({ id: "NewEmergencyStop" });

const stopped = z
  .object({ stop: emergencyStop, cancelled: z.number().int(), hungUp: z.number().int(), unreachable: z.number().int() })
  .meta({ id: "StoppedCalls" });

const tag = "Emergency stop";

export const emergencyStopRoutes = {
  listStops: route({
    method: "get",
    path: "/v1/emergency-stops",
    tag,
    summary: "Emergency stops, newest first",
    may: "watch-floor",
    query: pageQuery.extend({ inForce: z.stringbool().default(false) }),
    response: { status: 200, about: "A page of stops", schema: pageOf(emergencyStop).meta({ id: "EmergencyStopPage" }) },
    errors: [],
  }),
  stopCalls: route({
    method: "post",
    path: "/v1/emergency-stops",
    tag,
    summary: "Stop all calls of a jurisdiction, a campaign or everybody, at once; calls that ring are taken back",
    may: "stop-calls",
    body: newStop,
    response: { status: 201, about: "Stopped", schema: stopped },
    errors: [404, 422],
    idempotent: true,
  }),
  liftStop: route({
    method: "post",
    path: "/v1/emergency-stops/{id}/lift",
    tag,
    summary: "Let calls go out again; the stop stays on record",
    may: "stop-calls",
    params: idParams,
    body: z.strictObject({ reason }).meta({ id: "StopLifting" }),
    response: { status: 200, about: "Lifted", schema: emergencyStop },
    errors: [404, 409],
  }),
};
