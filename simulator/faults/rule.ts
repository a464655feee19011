/**
 * A fault: where it strikes, what it does, how often. Rules are asked in order and the first that matches decides.
 */
import { z } from "zod";

const ms = z.union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().nonnegative()])]);

/** Where a fault can strike. */
export const FAULT_KINDS = ["rest", "create", "callback", "twiml", "call", "amd", "conference", "recording"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const effectSchema = z.strictObject({
  // rest, create
  status: z.number().int().optional(),
  code: z.number().int().optional(),
  message: z.string().optional(),
  /** The failure comes after the carrier has done what it was asked. */
  afterAccept: z.boolean().optional(),
  delayMs: ms.optional(),
  hangBeforeAccept: z.boolean().optional(),
  hangAfterAccept: z.boolean().optional(),
  resetConnection: z.enum(["before", "after"]).optional(),
  malformedJson: z.boolean().optional(),
  /** Reads show the state as it was so long ago; lists do not show younger calls. */
  staleReadsMs: ms.optional(),
  // create
  queueMs: ms.optional(),
  beforeCreateResponse: z.boolean().optional(),
  // callback (delayMs too)
  drop: z.boolean().optional(),
  duplicate: z.number().int().positive().optional(),
  shuffle: z.boolean().optional(),
  terminalFirst: z.boolean().optional(),
  replayAfterMs: ms.optional(),
  badSignature: z.boolean().optional(),
  unsigned: z.boolean().optional(),
  oldToken: z.boolean().optional(),
  splitAnsweredAndInProgress: z.boolean().optional(),
  // twiml
  fetchTwice: z.boolean().optional(),
  slowFetchMs: ms.optional(),
  skipToFallback: z.boolean().optional(),
  // call
  outcome: z.string().optional(),
  sipCode: z.string().optional(),
  noRingingEvent: z.boolean().optional(),
  hangup: z
    .strictObject({ at: z.enum(["ring", "answer", "beforeTwiml", "afterTwimlBeforeJoin", "joined", "gather"]), afterMs: ms.default(0) })
    .optional(),
  pddMs: ms.optional(),
  /** The leg is lost so long after the answer. */
  legDropMs: ms.optional(),
  timeLimitMs: ms.optional(),
  // amd
  lateMs: ms.optional(),
  verdict: z.string().optional(),
  never: z.boolean().optional(),
  afterHangup: z.boolean().optional(),
  // conference
  joinDelayMs: ms.optional(),
  joinFails: z.boolean().optional(),
  // recording (lateMs too)
  absent: z.boolean().optional(),
  notFoundFirst: z.number().int().positive().optional(),
});

export const ruleSchema = z.strictObject({
  id: z.string().optional(),
  match: z.strictObject({
    kind: z.enum(FAULT_KINDS),
    /** A call status, an event's name, or for `rest` the resource ("Calls", "Participants", …). `*` stands for anything. */
    event: z.string().optional(),
    /** What sends the callback: `call-status`, `amd`, `conference`, `recording`. */
    source: z.string().optional(),
    method: z.string().optional(),
    to: z.string().optional(),
    from: z.string().optional(),
    callSid: z.string().optional(),
    farEnd: z.enum(["endpoint", "public"]).optional(),
    /** Only the n-th occurrence (from 1) that the rest of the match fits. */
    nth: z.number().int().positive().optional(),
    probability: z.number().min(0).max(1).optional(),
  }),
  effect: effectSchema,
  /** Strikes so many times, then never again. */
  times: z.number().int().positive().optional(),
});

export type FaultEffect = z.infer<typeof effectSchema>;
export type FaultRule = z.infer<typeof ruleSchema>;
export type FaultRuleInput = z.input<typeof ruleSchema>;
