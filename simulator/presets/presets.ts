import type { FaultRuleInput } from "../faults/rule.ts";
import type { CarrierOptions } from "../options.ts";
import type { Weights } from "../parties/script.ts";
import { calm } from "./calm.ts";
import { hostile } from "./hostile.ts";
import { realistic } from "./realistic.ts";

export type PresetName = "none" | "calm" | "realistic" | "hostile";

/** A carrier's character: who answers, what goes wrong. Options given by name win over the preset's. */
export type Preset = { options: Pick<CarrierOptions, "mode" | "amdErrorRate">; weights: Weights; faults: FaultRuleInput[] };

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  none: { options: {}, weights: calm.weights, faults: [] },
  calm,
  realistic,
  hostile,
};
