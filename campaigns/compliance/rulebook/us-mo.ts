import type { LegalRule } from "./legal-rule.ts";

const usMo: LegalRule = {
  id: "us-mo",
  jurisdiction: "US-MO",
  name: "Missouri",
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
  citation: "RSMo 407.1076(5)",
  sources: [{ citation: "RSMo 407.1076(5)", address: null }],
  confidence: "medium",
  notes: ["Residence. State no-call list."],
  readOn: "2026-11-21",
};

export const usMoRules: readonly LegalRule[] = [usMo];
