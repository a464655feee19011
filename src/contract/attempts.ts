import { z } from "zod";
import { ANSWERS } from "../../campaigns/attempts/answer.ts";
import { ATTEMPT_KINDS, ATTEMPT_STATES } from "../../campaigns/attempts/attempt.ts";
import { id, idParams, instant, pageOf, pageQuery } from "./common.ts";
import { route } from "./route.ts";

const at = instant.nullable();

export const attempt = z
  .object({
    id,
    kind: z.enum(ATTEMPT_KINDS),
    campaignId: id,
    contactId: id,
    phone: z.string(),
    state: z.enum(ATTEMPT_STATES),
    agentId: id.nullable(),
    callerId: z.string().nullable(),
    answer: z.enum(ANSWERS).nullable(),
    disposition: z.string().nullable(),
    dispositionSource: z.enum(["system", "agent"]).nullable(),
    note: z.string().nullable(),
    refusal: z.string().nullable(),
    errorCode: z.string().nullable(),
    reservedAt: instant,
    submittingAt: at,
    dialingAt: at,
    ringingAt: at,
    answeredAt: at,
    connectedAt: at,
    abandonedAt: at,
    callEndedAt: at,
    closedAt: at,
  })
  .meta({ id: "Attempt" });

/** One line of the decision ledger: why the gate said yes, not now, or never. */
export const decision = z
  .object({
    id,
    /** Its place in the ledger: the day, its number in that day, and the hash that binds it to all before it. */
    day: z.iso.date(),
    sequence: z.number().int(),
    hash: z.string().meta({ description: "SHA-256, hexadecimal" }),
    askedBy: z.string(),
    answer: z.enum(["call", "wait", "never"]),
    waitUntil: at,
    reasons: z.array(
      z.object({
        code: z.string(),
        rule: z.string(),
        detail: z.string(),
        citation: z.string().nullish(),
        confidence: z.enum(["high", "medium", "low"]).optional(),
      }),
    ),
    evidence: z.record(z.string(), z.unknown()),
    decidedAt: instant,
  })
  .meta({ id: "Decision" });

/** What the carrier told us, in the order in which it came. */
export const carrierEvent = z
  .object({
    source: z.string(),
    receivedAt: instant,
    appliedAt: at,
    outcome: z.string().nullable(),
    payload: z.record(z.string(), z.string()),
  })
  .meta({ id: "CarrierEvent" });

export const attemptDetail = attempt.extend({ decisions: z.array(decision), events: z.array(carrierEvent) }).meta({ id: "AttemptDetail" });

const tag = "Attempts";

export const attemptRoutes = {
  listAttempts: route({
    method: "get",
    path: "/v1/attempts",
    tag,
    summary: "Attempts, newest first",
    may: "read-attempts",
    query: pageQuery.extend({ campaignId: id.optional(), contactId: id.optional(), state: z.enum(ATTEMPT_STATES).optional() }),
    response: { status: 200, about: "A page of attempts", schema: pageOf(attempt).meta({ id: "AttemptPage" }) },
    errors: [],
  }),
  findAttempt: route({
    method: "get",
    path: "/v1/attempts/{id}",
    tag,
    summary: "One attempt, why it was allowed or refused, and what the carrier said",
    may: "read-attempts",
    params: idParams,
    response: { status: 200, about: "The attempt with its decisions and events", schema: attemptDetail },
    errors: [404],
  }),
};
