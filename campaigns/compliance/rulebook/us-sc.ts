/**
 * South Carolina. The federal hours in a statute of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usSc: LegalRule = {
  id: "us-sc",
  jurisdiction: "US-SC",
  name: "South Carolina",
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
  citation: "S.C. Code 37-21-30",
  sources: [{ citation: "S.C. Code 37-21-30", address: null }],
  confidence: "medium",
  notes: ["It reaches every mobile with a South Carolina area code."],
  readOn: "2026-11-21",
};

export const usScRules: readonly LegalRule[] = [usSc];
