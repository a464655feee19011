import type { LegalRule } from "./legal-rule.ts";

const usId: LegalRule = {
  id: "us-id",
  jurisdiction: "US-ID",
  name: "Idaho",
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
  citation: "Idaho Code 48-1001..1010 (no time-of-day term)",
  sources: [{ citation: "Idaho Code 48-1001..1010 (no time-of-day term)", address: null }],
  confidence: "medium",
  notes: ["Federal hours apply; registration 10 days before. Two time zones."],
  readOn: "2026-11-21",
};

export const usIdRules: readonly LegalRule[] = [usId];
