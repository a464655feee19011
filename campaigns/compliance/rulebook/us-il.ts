import type { LegalRule } from "./legal-rule.ts";

const usIl: LegalRule = {
  id: "us-il",
  jurisdiction: "US-IL",
  name: "Illinois",
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
  citation: "815 ILCS 413/15(a)",
  sources: [{ citation: "815 ILCS 413/15(a)", address: null }],
  confidence: "medium",
  notes: [
    "No solicitation 9 p.m.-8 a.m.; no residential limit, so B2B is caught. Vendor charts list 9 a.m. for prerecorded (815 ILCS 305) - conflict, not verified.",
  ],
  readOn: "2026-11-21",
};

export const usIlRules: readonly LegalRule[] = [usIl];
