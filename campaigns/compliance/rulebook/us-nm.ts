/**
 * New Mexico. From 9:00, businesses included.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNm: LegalRule = {
  id: "us-nm",
  jurisdiction: "US-NM",
  name: "New Mexico",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "NMSA 57-12-22(B)(5)",
  sources: [{ citation: "NMSA 57-12-22(B)(5)", address: null }],
  confidence: "medium",
  notes: ["It counts when the call is received, which may be neither before 9:00 nor after 21:00.", "It is not limited to residences."],
  readOn: "2026-11-21",
};

export const usNmRules: readonly LegalRule[] = [usNm];
