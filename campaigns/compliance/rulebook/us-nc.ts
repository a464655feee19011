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
  notes: ["No time zone stated: satisfy both clocks."],
  readOn: "2026-11-21",
};

export const usNcRules: readonly LegalRule[] = [usNc];
