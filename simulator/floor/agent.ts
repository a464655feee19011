/** One simulated agent: signs in, works, and starts over whenever the world gives way underneath. */
import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../random.ts";
import { type ApiClient, ApiProblem, makeApiClient } from "./api-client.ts";
import type { Desk } from "./desk.ts";
import { listen } from "./live-events.ts";
import { freshMind, type Mind, nextStep, type Step } from "./next-step.ts";
import { openLine } from "./softphone.ts";

export type AgentOptions = {
  apiUrl: string;
  carrierUrl: string;
  email: string;
  password: string;
  random: Random;
  speed: number;
  /** Aborted when the shift is over. */
  signal: AbortSignal;
  /** Told what goes wrong, in words without secrets. */
  onTrouble: (what: string) => void;
};

type Bell = { ring(): void; waitFor(ms: number, signal: AbortSignal): Promise<void> };

/** Wakes the agent early when something was heard. A ring while nobody waits is kept. */
function makeBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async waitFor(ms, signal) {
      if (!rung) {
        const heard = new Promise<void>((settle) => {
          wake = settle;
        });
        const cut = new AbortController();
        const timer = pause(ms, undefined, { signal: AbortSignal.any([signal, cut.signal]) }).catch(() => undefined);
        await Promise.race([heard, timer]);
        cut.abort();
        wake = null;
      }
      rung = false;
    },
  };
}

async function take(api: ApiClient, step: Exclude<Step, { do: "wait" }>, carrierUrl: string): Promise<void> {
  if (step.do === "open-line") return openLine(api, carrierUrl);
  if (step.do === "take-calls") return api.ask("POST", "/v1/agents/me/state", { state: "available" });
  if (step.do === "hang-up") return api.ask("POST", "/v1/agents/me/hang-up", { attemptId: step.attemptId });
  const { do: _, ...given } = step;
  return api.ask("POST", "/v1/agents/me/disposition", given);
}

/** Refusals that only mean that the desk has moved on in the meantime: look at it again. */
const MOVED_ON = new Set([404, 409, 412, 422]);
/** Between two looks at least, so that a desk that never does what is asked is not asked in a loop. */
const LEAST_PAUSE_MS = 150;

async function work(api: ApiClient, options: AgentOptions, mind: Mind): Promise<void> {
  const dice = options.random.dice("agent", options.email);
  const bell = makeBell();
  const shift = new AbortController();
  const signal = AbortSignal.any([options.signal, shift.signal]);
  const ears = listen(api, { signal, onChange: bell.ring });
  try {
    while (!options.signal.aborted) {
      const desk = await api.ask<Desk>("GET", "/v1/agents/me");
      const step = nextStep(mind, { desk, now: performance.now(), dice, speed: options.speed });
      if (step.do === "wait") {
        await bell.waitFor(step.ms, signal);
        continue;
      }
      await take(api, step, options.carrierUrl).catch((error: unknown) => {
        if (!(error instanceof ApiProblem && MOVED_ON.has(error.status))) throw error;
      });
      await pause(LEAST_PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    shift.abort();
    await ears;
  }
}

/** Hangs up the line and signs out; whatever of it fails is left to the server's own clocks. */
async function leave(api: ApiClient): Promise<void> {
  await api.ask("POST", "/v1/agents/me/state", { state: "offline" }).catch(() => undefined);
  await api.ask("DELETE", "/v1/agents/me/line").catch(() => undefined);
  await api.ask("DELETE", "/v1/session").catch(() => undefined);
}

const RETRY_MS = { first: 500, most: 8_000 };

/** Works until the shift is over. Never throws: trouble is told, and the agent signs in again. */
export async function runAgent(options: AgentOptions): Promise<void> {
  const api = makeApiClient(options.apiUrl);
  const mind = freshMind();
  const dice = options.random.dice("retry", options.email);
  let waitMs = RETRY_MS.first;
  while (!options.signal.aborted) {
    try {
      api.forget();
      await api.ask("POST", "/v1/session", { email: options.email, password: options.password });
      waitMs = RETRY_MS.first;
      await work(api, options, mind);
    } catch (error) {
      options.onTrouble(error instanceof Error ? error.message : String(error));
      const asked = error instanceof ApiProblem ? error.retryAfterMs : 0;
      const ms = Math.max(asked, waitMs) * dice.within([0.75, 1.25]);
      waitMs = Math.min(waitMs * 2, RETRY_MS.most);
      await pause(ms, undefined, { signal: options.signal }).catch(() => undefined);
    }
  }
  await leave(api);
}
