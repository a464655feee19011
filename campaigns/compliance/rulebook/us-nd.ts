/**
 * North Dakota. The federal hours in a statute of its own; two time zones.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNd: LegalRule = {
  id: "us-nd",
  jurisdiction: "US-ND",
  name: "North Dakota",
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
  citation: "N.D.C.C. 51-28-05",
  sources: [{ citation: "N.D.C.C. 51-28-05", address: null }],
  confidence: "medium",
  notes: ["The hours protect residential subscribers.", "Two time zones."],
  readOn: "2026-11-21",
};

export const usNdRules: readonly LegalRule[] = [usNd];
