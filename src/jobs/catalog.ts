/**
 * Every job: its name, the shape of its payload, its retries and its dedupe id.
 * A payload is an id, never the data: a job may run twice, late, or after its subject has changed,
 * so whoever runs it reads PostgreSQL and asks again. All jobs can be thrown away at any moment;
 * the sweep (`sweep`) finds what is due and reminds again.
 */
import { z } from "zod";

type JobDefinition<Payload extends z.ZodType> = {
  payload: Payload;
  /** Runs in all before the job is given up; the sweep brings it back if its subject is still due. */
  attempts: number;
  /** First pause before a retry in milliseconds; doubles each time, with jitter. */
  backoffMs: number;
  /** Jobs with the same id that have not started yet are one job. Must not contain `:`. */
  dedupeId: (payload: z.infer<Payload>) => string;
  /** Run again and again at this interval in milliseconds, made by a job scheduler. */
  everyMs?: number;
};
const job = <Payload extends z.ZodType>(definition: JobDefinition<Payload>): JobDefinition<Payload> => definition;

const nothing = z.strictObject({});

export const JOBS = {
  /** Decide how many calls to start, for all campaigns that run, and take contacts for them. */
  "pace-campaigns": job({ payload: nothing, attempts: 1, backoffMs: 500, dedupeId: () => "pace-campaigns", everyMs: 1_000 }),
  /** Release one reserved attempt through the gate and place its call. */
  "place-call": job({
    payload: z.strictObject({ attemptId: z.uuid() }),
    attempts: 3,
    backoffMs: 500,
    dedupeId: ({ attemptId }) => `attempt-${attemptId}`,
  }),
  /** Keep the hopper of a campaign full enough. */
  "fill-hopper": job({
    payload: z.strictObject({ campaignId: z.uuid() }),
    attempts: 3,
    backoffMs: 1_000,
    dedupeId: ({ campaignId }) => `campaign-${campaignId}`,
  }),
  /** Apply carrier events that were stored and not yet applied (the server was killed in between). */
  "apply-carrier-events": job({ payload: nothing, attempts: 1, backoffMs: 500, dedupeId: () => "apply-carrier-events", everyMs: 2_000 }),
  /** Ask the carrier about attempts whose call is unknown. */
  "reconcile-attempts": job({ payload: nothing, attempts: 1, backoffMs: 500, dedupeId: () => "reconcile-attempts", everyMs: 3_000 }),
  /** Close, release or hand on whatever has hung for too long. */
  "reap-attempts": job({ payload: nothing, attempts: 1, backoffMs: 500, dedupeId: () => "reap-attempts", everyMs: 1_000 }),
  /** Find what is due in PostgreSQL and has no job. */
  sweep: job({ payload: nothing, attempts: 1, backoffMs: 500, dedupeId: () => "sweep", everyMs: 5_000 }),
  /** Throw away what has outlived its use: live events, idempotency keys, applied carrier events past their keep. */
  "keep-house": job({ payload: nothing, attempts: 3, backoffMs: 1_000, dedupeId: () => "keep-house", everyMs: 600_000 }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]["payload"]>;
