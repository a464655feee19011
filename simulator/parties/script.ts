/**
 * How one member of the public behaves when called. All times are simulated milliseconds: a number, or the two ends
 * between which one is drawn.
 */
import { z } from "zod";

const range = z.union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().nonnegative()])]);

export const OUTCOMES = [
  "human",
  "machine",
  "fax",
  "silence",
  "busy",
  "no-answer",
  "reject603",
  "blocked608",
  "unreachable404",
  "carrier-fail503",
  "invalid",
] as const;

/** The points of a call at which someone may hang up. */
export const STAGES = ["ring", "answer", "beforeTwiml", "afterTwimlBeforeJoin", "joined", "gather"] as const;

export const scriptSchema = z.strictObject({
  outcome: z.enum(OUTCOMES).default("human"),
  /** Post-dial delay: from the call's start to the first ring. */
  pddMs: range.optional(),
  ringMs: range.optional(),
  /** How long a person says hello. */
  greetingMs: range.optional(),
  machine: z
    .strictObject({ greetingMs: range.default([4000, 9000]), beep: z.boolean().default(true), stayMs: range.default([30_000, 90_000]) })
    .optional(),
  hangup: z.strictObject({ at: z.enum(STAGES), afterMs: range.default(0) }).optional(),
  /** Keys to press, so long after that stage. A key that nothing listens for is lost, as in life. */
  dtmf: z
    .array(
      z.strictObject({ afterMs: range.default(1500), digits: z.string(), at: z.enum(["answer", "gather", "joined"]).default("gather") }),
    )
    .optional(),
  /** From being joined to hanging up. */
  talkMs: range.optional(),
  /** From the answer (or from being left alone again) to hanging up because nobody is there. */
  patienceMs: range.optional(),
  /** How long the person speaks when asked to leave a message. */
  speakMs: range.optional(),
  /** What the person says when a Gather listens for speech. */
  speech: z.string().optional(),
  /** The detector's verdict, right or wrong, and when it comes, counted from the answer. */
  amd: z.strictObject({ as: z.string().optional(), afterMs: range.optional() }).optional(),
});

export type PartyScript = z.infer<typeof scriptSchema>;

/** One script for every call, a script for each call in turn (the last one again and again), or a draw by weights. */
export const scriptsSchema = z.union([
  scriptSchema,
  z.array(scriptSchema).min(1),
  z.strictObject({ weights: z.array(z.strictObject({ weight: z.number().nonnegative(), script: scriptSchema })).min(1) }),
]);

export type PartyScripts = z.infer<typeof scriptsSchema>;
export type Weights = { weight: number; value: z.input<typeof scriptSchema> }[];
