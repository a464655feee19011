/**
 * Ohio. No hours of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usOh: LegalRule = {
  id: "us-oh",
  jurisdiction: "US-OH",
  name: "Ohio",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "R.C. ch. 4719; O.A.C. 109:4-3-11",
  sources: [{ citation: "R.C. ch. 4719, O.A.C. 109:4-3-11: nothing about the time of day", address: null }],
  confidence: "medium",
  notes: ["The federal hours hold.", 'Vendors\' tables with "9 to 9 under 4719.04" are wrong: that section is about the bond.'],
  readOn: "2026-11-21",
};

export const usOhRules: readonly LegalRule[] = [usOh];
