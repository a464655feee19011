import type { LegalRule } from "./legal-rule.ts";

const usAk: LegalRule = {
  id: "us-ak",
  jurisdiction: "US-AK",
  name: "Alaska",
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
  citation: "AS 45.63, 45.50.475: no time-of-day term; registration 30 days before each campaign",
  sources: [{ citation: "AS 45.63, 45.50.475: no time-of-day term; registration 30 days before each campaign", address: null }],
  confidence: "medium",
  notes: ["No state hours; federal hours apply."],
  readOn: "2026-11-21",
};

export const usAkRules: readonly LegalRule[] = [usAk];
