import type { LegalRule } from "./legal-rule.ts";

const lt: LegalRule = {
  id: "lt",
  jurisdiction: "LT",
  name: "Lithuania - direct marketing by phone",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "opt_in" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Vilnius court 2009 reciting Advertising Law 13(1), Electronic Communications Law 68(1): prior consent",
  sources: [
    {
      citation: "Vilnius court 2009 reciting Advertising Law 13(1), Electronic Communications Law 68(1): prior consent",
      address: "https://eteismai.lt/byla/31866640220468/I-679-473/2009",
    },
  ],
  confidence: "low",
  notes: ["Prior consent; no hours found; provisions since renumbered."],
  readOn: "2026-11-21",
};

export const ltRules: readonly LegalRule[] = [lt];
