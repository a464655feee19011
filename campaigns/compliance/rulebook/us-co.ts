import type { LegalRule } from "./legal-rule.ts";

const usCo: LegalRule = {
  id: "us-co",
  jurisdiction: "US-CO",
  name: "Colorado",
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
  citation: "C.R.S. 6-1-304, 6-1-904 (no time-of-day term)",
  sources: [{ citation: "C.R.S. 6-1-304, 6-1-904 (no time-of-day term)", address: null }],
  confidence: "medium",
  notes: ["Federal hours apply; state no-call list; registration."],
  readOn: "2026-11-21",
};

export const usCoRules: readonly LegalRule[] = [usCo];
