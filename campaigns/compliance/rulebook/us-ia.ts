import type { LegalRule } from "./legal-rule.ts";

const usIa: LegalRule = {
  id: "us-ia",
  jurisdiction: "US-IA",
  name: "Iowa",
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
  citation: "No telephone-solicitation statute found; 476.57 (ADAD) repealed",
  sources: [{ citation: "No telephone-solicitation statute found; 476.57 (ADAD) repealed", address: null }],
  confidence: "low",
  notes: ["Negative by absence; two vendor sheets claim 9 a.m. start without statute. Federal hours apply."],
  readOn: "2026-11-21",
};

export const usIaRules: readonly LegalRule[] = [usIa];
