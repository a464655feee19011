import type { FaultRuleInput } from "../faults/rule.ts";
import type { Preset } from "./presets.ts";

/** Requests that fail, hang or lie. */
const rest: FaultRuleInput[] = [
  { match: { kind: "create", probability: 0.04 }, effect: { status: 429 } },
  { match: { kind: "create", probability: 0.03 }, effect: { status: 503 } },
  { match: { kind: "create", probability: 0.03 }, effect: { status: 500, afterAccept: true } },
  { match: { kind: "create", probability: 0.02 }, effect: { hangAfterAccept: true } },
  { match: { kind: "create", probability: 0.02 }, effect: { hangBeforeAccept: true } },
  { match: { kind: "create", probability: 0.02 }, effect: { resetConnection: "after" } },
  { match: { kind: "create", probability: 0.02 }, effect: { resetConnection: "before" } },
  { match: { kind: "create", probability: 0.01 }, effect: { malformedJson: true } },
  { match: { kind: "create", probability: 0.12 }, effect: { beforeCreateResponse: true } },
  { match: { kind: "create", probability: 0.1 }, effect: { delayMs: [300, 2500] } },
  { match: { kind: "rest", method: "GET", probability: 0.08 }, effect: { staleReadsMs: [500, 4000] } },
  { match: { kind: "rest", method: "GET", probability: 0.04 }, effect: { status: 503 } },
  { match: { kind: "rest", method: "POST", probability: 0.04 }, effect: { status: 429 } },
  { match: { kind: "rest", method: "POST", probability: 0.03 }, effect: { status: 500, afterAccept: true } },
  { match: { kind: "rest", probability: 0.05 }, effect: { delayMs: [200, 2000] } },
];

/** Events that come twice, late, in the wrong order, forged or never. */
const callbacks: FaultRuleInput[] = [
  { match: { kind: "callback", probability: 0.1 }, effect: { duplicate: 3 } },
  { match: { kind: "callback", probability: 0.08 }, effect: { drop: true } },
  { match: { kind: "callback", probability: 0.15 }, effect: { shuffle: true } },
  { match: { kind: "callback", probability: 0.08 }, effect: { delayMs: [1000, 15_000] } },
  { match: { kind: "callback", event: "initiated", probability: 0.05 }, effect: { terminalFirst: true } },
  { match: { kind: "callback", probability: 0.03 }, effect: { replayAfterMs: [20_000, 120_000] } },
  { match: { kind: "callback", probability: 0.05 }, effect: { badSignature: true } },
  { match: { kind: "callback", probability: 0.02 }, effect: { unsigned: true } },
];

/** Documents asked for twice, late, or elsewhere; rooms that cannot be entered; lines that are lost. */
const calls: FaultRuleInput[] = [
  { match: { kind: "twiml", probability: 0.08 }, effect: { fetchTwice: true } },
  { match: { kind: "twiml", probability: 0.08 }, effect: { slowFetchMs: [500, 4000] } },
  { match: { kind: "twiml", farEnd: "public", probability: 0.02 }, effect: { skipToFallback: true } },
  { match: { kind: "conference", farEnd: "public", probability: 0.04 }, effect: { joinFails: true } },
  { match: { kind: "conference", probability: 0.1 }, effect: { joinDelayMs: [300, 3000] } },
  { match: { kind: "call", farEnd: "endpoint", probability: 0.35 }, effect: { legDropMs: [10_000, 90_000] } },
  { match: { kind: "call", farEnd: "public", probability: 0.05 }, effect: { noRingingEvent: true } },
  { match: { kind: "call", farEnd: "public", probability: 0.03 }, effect: { legDropMs: [500, 20_000] } },
  { match: { kind: "amd", probability: 0.1 }, effect: { lateMs: [2000, 12_000] } },
  { match: { kind: "amd", probability: 0.05 }, effect: { never: true } },
  { match: { kind: "amd", probability: 0.05 }, effect: { afterHangup: true } },
  { match: { kind: "amd", probability: 0.05 }, effect: { verdict: "machine_start" } },
  { match: { kind: "recording", probability: 0.1 }, effect: { absent: true } },
];

/** Everything that documentation says may happen, far more often than it does; and people who hang up at every stage. */
export const hostile: Preset = {
  options: { mode: "weights", amdErrorRate: 0.1 },
  faults: [...rest, ...callbacks, ...calls],
  weights: [
    { weight: 38, value: { outcome: "human" } },
    { weight: 4, value: { outcome: "human", hangup: { at: "answer", afterMs: [0, 500] } } },
    { weight: 4, value: { outcome: "human", hangup: { at: "beforeTwiml", afterMs: 0 } } },
    { weight: 4, value: { outcome: "human", hangup: { at: "afterTwimlBeforeJoin", afterMs: [0, 150] } } },
    { weight: 4, value: { outcome: "human", hangup: { at: "joined", afterMs: [0, 300] } } },
    { weight: 3, value: { outcome: "human", hangup: { at: "ring", afterMs: [500, 2500] } } },
    { weight: 14, value: { outcome: "machine" } },
    { weight: 12, value: { outcome: "no-answer" } },
    { weight: 4, value: { outcome: "busy" } },
    { weight: 2, value: { outcome: "fax" } },
    { weight: 3, value: { outcome: "silence" } },
    { weight: 2, value: { outcome: "reject603" } },
    { weight: 2, value: { outcome: "blocked608" } },
    { weight: 2, value: { outcome: "unreachable404" } },
    { weight: 2, value: { outcome: "carrier-fail503" } },
  ],
};
