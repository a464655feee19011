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
  notes: ["Calls 'received' before 9 a.m. or after 9 p.m.; no residential limit."],
  readOn: "2026-11-21",
};

export const usNmRules: readonly LegalRule[] = [usNm];
