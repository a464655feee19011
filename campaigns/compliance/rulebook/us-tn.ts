import type { LegalRule } from "./legal-rule.ts";

const usTn: LegalRule = {
  id: "us-tn",
  jurisdiction: "US-TN",
  name: "Tennessee",
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
  citation: "T.C.A. 65-4-402",
  sources: [{ citation: "T.C.A. 65-4-402", address: null }],
  confidence: "medium",
  notes: ["Residential. State register, $500 annual solicitor registration."],
  readOn: "2026-11-21",
};

export const usTnRules: readonly LegalRule[] = [usTn];
