/** What an agent does with their own line, state and call. Simulated agents use these very routes. */
import { z } from "zod";
import { AGENT_STATES, LINE_KINDS, LINE_STATES } from "../../campaigns/agents/agent.ts";
import { ATTEMPT_KINDS, ATTEMPT_STATES } from "../../campaigns/attempts/attempt.ts";
import { id, instant } from "./common.ts";
import { route } from "./route.ts";

/** Who is on the line, or is to be called: shown to the agent who has them. */
export const deskAttempt = z
  .object({
    id,
    state: z.enum(ATTEMPT_STATES),
    campaignId: id,
    contact: z.object({
      givenName: z.string().nullable(),
      familyName: z.string().nullable(),
      fields: z.record(z.string(), z.string()),
      /** The time of day where the person may be; several while the evidence allows several. */
      localTimes: z.array(z.object({ zone: z.string(), local: z.string() })),
    }),
    phone: z.string(),
    kind: z.enum(ATTEMPT_KINDS),
    script: z.string(),
    answeredAt: instant.nullable(),
    connectedAt: instant.nullable(),
  })
  .meta({ id: "DeskAttempt" });

export const desk = z
  .object({
    id,
    name: z.string(),
    state: z.enum(AGENT_STATES),
    stateSince: instant,
    pauseReason: z.string().nullable(),
    lineState: z.enum(LINE_STATES),
    lineKind: z.enum(LINE_KINDS).nullable(),
    skills: z.array(z.string()),
    wrapUpUntil: instant.nullable(),
    attempt: deskAttempt.nullable(),
  })
  .meta({ id: "Desk" });

/** A browser softphone dials in with the token; the carrier rings a telephone or SIP device, and the three are null. */
export const line = z
  .object({
    lineKind: z.enum(LINE_KINDS),
    lineState: z.enum(LINE_STATES),
    token: z.string().nullable(),
    identity: z.string().nullable(),
    expiresAt: instant.nullable(),
  })
  .meta({ id: "Line" });

const lineRequest = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("client") }),
    z.strictObject({ kind: z.literal("phone"), address: z.string().regex(/^\+[1-9]\d{6,14}$/, "an E.164 number such as +12025550100") }),
    z.strictObject({
      kind: z.literal("sip"),
      address: z
        .string()
        .regex(/^sips?:[^\s@]+@[^\s@]+$/, "a SIP address such as sip:ana@example.com")
        .max(300),
    }),
  ])
  .meta({ id: "LineRequest" });

const then = z.enum(["available", "on-break"]);
const ofAttempt = z.strictObject({ attemptId: id });
const tag = "Agent's desk";
const deskNow = { status: 200, about: "The desk as it is now", schema: desk } as const;
const own = { tag, may: "take-calls", response: deskNow, errors: [404, 409, 422] } as const;

export const agentDeskRoutes = {
  findDesk: route({ ...own, method: "get", path: "/v1/agents/me", summary: "My state, my line and who is on it", errors: [404] }),
  openLine: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/line",
    summary: "Bring my own line up for the shift",
    body: lineRequest,
    response: { status: 200, about: "The line as it is now", schema: line },
  }),
  closeLine: route({ ...own, method: "delete", path: "/v1/agents/me/line", summary: "Let my line go; not during a call" }),
  changeState: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/state",
    summary: "Take calls, go on a break, or end the shift",
    body: z
      .strictObject({ state: z.enum(["available", "on-break", "offline"]), reason: z.string().trim().min(1).max(200).optional() })
      .meta({ id: "StateRequest" }),
  }),
  giveDisposition: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/disposition",
    summary: "Say what came of the call, and what next",
    body: ofAttempt
      .extend({ disposition: z.string().min(1).max(60), note: z.string().max(5_000).optional(), then: then.optional() })
      .meta({ id: "DispositionGiven" }),
  }),
  hangUp: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/hang-up",
    summary: "End the call with the person; my own line stays",
    body: ofAttempt.meta({ id: "HangUp" }),
  }),
  holdCall: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/hold",
    summary: "Put the person on hold, or take them back",
    body: ofAttempt.extend({ hold: z.boolean() }).meta({ id: "Hold" }),
  }),
  startPreview: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/preview",
    summary: "Take the next contact of a preview campaign to look at",
    body: z.strictObject({ campaignId: id }).meta({ id: "PreviewRequest" }),
    response: { status: 200, about: "The attempt to look at; nothing has been dialed", schema: deskAttempt },
  }),
  dialPreview: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/preview/dial",
    summary: "Call the contact I look at; the gate is asked again",
    body: ofAttempt.meta({ id: "PreviewDial" }),
  }),
  skipPreview: route({
    ...own,
    method: "post",
    path: "/v1/agents/me/preview/skip",
    summary: "Put the contact back without a call",
    body: ofAttempt.extend({ reason: z.string().trim().min(1).max(500) }).meta({ id: "PreviewSkip" }),
  }),
};
