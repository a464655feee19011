import type { Preset } from "./presets.ts";

/** An ordinary day: most people do not pick up, some hang up at once, and the carrier loses or repeats an event now and then. */
export const realistic: Preset = {
  options: { mode: "weights", amdErrorRate: 0.04 },
  faults: [
    { match: { kind: "create", probability: 0.005 }, effect: { status: 429 } },
    { match: { kind: "callback", probability: 0.02 }, effect: { duplicate: 2 } },
    { match: { kind: "callback", probability: 0.01 }, effect: { drop: true } },
    { match: { kind: "callback", probability: 0.05 }, effect: { shuffle: true } },
  ],
  weights: [
    { weight: 38, value: { outcome: "no-answer" } },
    { weight: 28, value: { outcome: "human" } },
    { weight: 2, value: { outcome: "human", hangup: { at: "answer", afterMs: [800, 4000] } } },
    { weight: 1, value: { outcome: "human", hangup: { at: "joined", afterMs: [200, 3000] } } },
    { weight: 17, value: { outcome: "machine" } },
    { weight: 4, value: { outcome: "machine", machine: { greetingMs: [1500, 3000], beep: false } } },
    { weight: 4, value: { outcome: "busy" } },
    { weight: 1, value: { outcome: "silence" } },
    { weight: 1, value: { outcome: "fax" } },
    { weight: 2, value: { outcome: "reject603" } },
    { weight: 0.5, value: { outcome: "blocked608" } },
    { weight: 1.5, value: { outcome: "unreachable404" } },
  ],
};
