/**
 * Wisconsin. The federal hours in a rule of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usWi: LegalRule = {
  id: "us-wi",
  jurisdiction: "US-WI",
  name: "Wisconsin",
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
  duties: ["Register before calling customers, on mobiles and landlines."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Wis. Admin. Code ATCP 127.16(3)",
  sources: [{ citation: "Wis. Admin. Code ATCP 127.16(3)", address: null }],
  confidence: "medium",
  notes: ["The hours protect consumers."],
  readOn: "2026-11-21",
};

export const usWiRules: readonly LegalRule[] = [usWi];
