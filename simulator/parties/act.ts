import type { OUTCOMES, PartyScript, STAGES } from "./script.ts";
import type { Dice } from "../random.ts";
import type { Settings } from "../options.ts";

export type Outcome = (typeof OUTCOMES)[number];
export type Stage = (typeof STAGES)[number] | "left";

/** A script with every number drawn: what will happen in one call, unless the application ends it first. */
export type Act = {
  outcome: Outcome;
  pddMs: number;
  ringMs: number;
  greetingMs: number;
  beep: boolean;
  stayMs: number;
  talkMs: number;
  patienceMs: number;
  speakMs: number;
  speech: string | null;
  hangup: { at: Stage; afterMs: number } | null;
  dtmf: { at: Stage; afterMs: number; digits: string }[];
  amd: { as: string | null; afterMs: number | null };
  /** The far end never hangs up by itself: an endpoint of the application's own. */
  stays: boolean;
};

const SPEAK_MS = [3000, 9000] as const;

/** Draws one call's act from a script. Draws in a fixed order, so that an edited script changes only what it edits. */
export function drawAct(script: PartyScript, defaults: Settings, dice: Dice): Act {
  const pddMs = dice.within(script.pddMs ?? defaults.pddMs);
  const ringMs = dice.within(script.ringMs ?? defaults.ringMs);
  const machine = script.outcome === "machine";
  const greetingMs = dice.within(machine ? (script.machine?.greetingMs ?? [4000, 9000]) : (script.greetingMs ?? defaults.greetingMs));
  const talkMs = dice.within(script.talkMs ?? defaults.talkMs);
  const patienceMs = dice.within(script.patienceMs ?? defaults.patienceMs);
  const stayMs = dice.within(script.machine?.stayMs ?? [30_000, 90_000]);
  const speakMs = dice.within(script.speakMs ?? SPEAK_MS);
  const { hangup, amd } = script;
  return {
    outcome: script.outcome,
    pddMs,
    ringMs,
    greetingMs,
    talkMs,
    patienceMs,
    stayMs,
    speakMs,
    beep: script.machine?.beep ?? true,
    speech: script.speech ?? null,
    hangup: hangup ? { at: hangup.at, afterMs: dice.within(hangup.afterMs) } : null,
    dtmf: (script.dtmf ?? []).map((keys) => ({ at: keys.at, afterMs: dice.within(keys.afterMs), digits: keys.digits })),
    amd: { as: amd?.as ?? null, afterMs: amd?.afterMs === undefined ? null : dice.within(amd.afterMs) },
    stays: false,
  };
}
