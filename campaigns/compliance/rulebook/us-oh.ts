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
  citation: "R.C. ch. 4719, O.A.C. 109:4-3-11 (no time-of-day term)",
  sources: [{ citation: "R.C. ch. 4719, O.A.C. 109:4-3-11 (no time-of-day term)", address: null }],
  confidence: "medium",
  notes: ["'9-9 under 4719.04' in vendor tables is wrong (bond section). Federal hours apply."],
  readOn: "2026-11-21",
};

export const usOhRules: readonly LegalRule[] = [usOh];
