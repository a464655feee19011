/**
 * What a simulated agent does next, from the desk as it is. Decides; does nothing.
 *
 * The day of an agent: bring the line up, take calls, talk, now and then hang up first, write down what came of it,
 * and after some calls take a short break.
 */
import type { Dice } from "../random.ts";
import type { Desk } from "./desk.ts";
import { pickDisposition } from "./outcomes.ts";

export type Step =
  /** Nothing to do but look again in `ms`, or earlier when something is heard. */
  | { do: "wait"; ms: number }
  | { do: "open-line" }
  | { do: "take-calls" }
  | { do: "hang-up"; attemptId: string }
  | { do: "give-disposition"; attemptId: string; disposition: string; note: string; then: "available" | "on-break" };

/** What the agent has in mind; changed by `nextStep` as things happen. Times are milliseconds of one clock. */
export type Mind = {
  /** The call that they talk on or write about, and what they mean to do with it. */
  call: { attemptId: string; hangUpAt: number; disposition: string; note: string } | null;
  wrapUp: { attemptId: string; doneAt: number } | null;
  breakUntil: number | null;
  /** Since when the line has been coming up. */
  lineAskedAt: number | null;
};

export const freshMind = (): Mind => ({ call: null, wrapUp: null, breakUntil: null, lineAskedAt: null });

/** Look again after this long even when nothing is heard: live events may be lost. */
const FALLBACK_POLL_MS = 2_000;
/** A line that has not come up by then is asked for again. */
const LINE_PATIENCE_MS = 8_000;
const TALK_MS = [20_000, 90_000] as const;
const WRAP_UP_MS = [3_000, 9_000] as const;
const BREAK_MS = [8_000, 25_000] as const;
/** One call in three is ended by the agent, one call in fifteen is followed by a break. */
const HANGS_UP_FIRST = 1 / 3;
const TAKES_BREAK = 1 / 15;

type Look = { desk: Desk; now: number; dice: Dice; speed: number };

const until = (moment: number, now: number): Step => ({ do: "wait", ms: Math.max(20, Math.min(FALLBACK_POLL_MS, moment - now)) });
const look: Step = { do: "wait", ms: FALLBACK_POLL_MS };

export function nextStep(mind: Mind, at: Look): Step {
  switch (at.desk.state) {
    case "talking":
      return talk(mind, at);
    case "wrapping-up":
      return wrapUp(mind, at);
    case "reserved":
      return look;
    case "available":
      mind.call = null;
      mind.wrapUp = null;
      return at.desk.lineState === "parked" ? look : bringLineUp(mind, at);
    case "offline":
    case "on-break":
      return startShift(mind, at);
  }
}

function bringLineUp(mind: Mind, { desk, now }: Look): Step {
  if (desk.lineState === "connecting" && mind.lineAskedAt !== null && now - mind.lineAskedAt < LINE_PATIENCE_MS) {
    return { do: "wait", ms: 500 };
  }
  mind.lineAskedAt = now;
  return { do: "open-line" };
}

function startShift(mind: Mind, at: Look): Step {
  if (at.desk.lineState !== "parked") return bringLineUp(mind, at);
  mind.lineAskedAt = null;
  if (at.desk.state === "on-break") {
    mind.breakUntil ??= at.now + at.dice.within(BREAK_MS) / at.speed;
    if (at.now < mind.breakUntil) return until(mind.breakUntil, at.now);
  }
  mind.breakUntil = null;
  return { do: "take-calls" };
}

/** The call on the line; a new one is given its course at once. */
function callOf(mind: Mind, { now, dice, speed }: Look, attemptId: string): NonNullable<Mind["call"]> {
  if (mind.call?.attemptId === attemptId) return mind.call;
  const hangsUp = dice.chance(HANGS_UP_FIRST);
  const hangUpAt = hangsUp ? now + dice.within(TALK_MS) / speed : Number.POSITIVE_INFINITY;
  mind.call = { attemptId, hangUpAt, ...pickDisposition(dice) };
  return mind.call;
}

function talk(mind: Mind, at: Look): Step {
  if (!at.desk.attempt) return look;
  const call = callOf(mind, at, at.desk.attempt.id);
  if (at.now < call.hangUpAt) return until(call.hangUpAt, at.now);
  // Asked once more after a while, should the first be lost.
  call.hangUpAt = at.now + FALLBACK_POLL_MS;
  return { do: "hang-up", attemptId: call.attemptId };
}

function wrapUp(mind: Mind, at: Look): Step {
  if (!at.desk.attempt) return look;
  const call = callOf(mind, at, at.desk.attempt.id);
  if (mind.wrapUp?.attemptId !== call.attemptId) {
    mind.wrapUp = { attemptId: call.attemptId, doneAt: at.now + at.dice.within(WRAP_UP_MS) / at.speed };
  }
  if (at.now < mind.wrapUp.doneAt) return until(mind.wrapUp.doneAt, at.now);
  mind.wrapUp.doneAt = at.now + FALLBACK_POLL_MS;
  const then = at.dice.chance(TAKES_BREAK) ? "on-break" : "available";
  return { do: "give-disposition", attemptId: call.attemptId, disposition: call.disposition, note: call.note, then };
}
