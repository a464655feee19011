/**
 * North Carolina. The federal hours in a statute of its own, which names no clock.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNc: LegalRule = {
  id: "us-nc",
  jurisdiction: "US-NC",
  name: "North Carolina",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  clock: { zone: "America/New_York", counts: "also" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "N.C.G.S. 75-102(f)",
  sources: [{ citation: "N.C.G.S. 75-102(f)", address: null }],
  confidence: "medium",
  notes: ["The statute names no time zone: the state's clock and that of the called person both have to be open."],
  readOn: "2026-11-21",
};

export const usNcRules: readonly LegalRule[] = [usNc];
