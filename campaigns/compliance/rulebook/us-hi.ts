/**
 * Hawaii. The federal hours in a statute of its own; no daylight saving time.
 */
import type { LegalRule } from "./legal-rule.ts";

const usHi: LegalRule = {
  id: "us-hi",
  jurisdiction: "US-HI",
  name: "Hawaii",
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
  retentionYears: 2,
  scrub: null,
  exemptions: [],
  citation: "HRS 481P-3(8), 481P-4",
  sources: [{ citation: "HRS 481P-3(8), 481P-4", address: null }],
  confidence: "medium",
  notes: [
    "Calls to residences, on the local clock.",
    "Records are kept for two years; the federal five are longer.",
    "Hawaii has no daylight saving time.",
  ],
  readOn: "2026-11-21",
};

export const usHiRules: readonly LegalRule[] = [usHi];
