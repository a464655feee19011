/**
 * Iowa. No law on sales calls was found.
 */
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
  citation: "None found; Iowa Code 476.57 repealed",
  sources: [
    { citation: "No statute on telephone solicitation found; Iowa Code 476.57, on announcing devices, is repealed", address: null },
  ],
  confidence: "low",
  notes: ["A finding by absence: two vendors' sheets show a start at 9:00 and name no statute. The federal hours hold."],
  readOn: "2026-11-21",
};

export const usIaRules: readonly LegalRule[] = [usIa];
