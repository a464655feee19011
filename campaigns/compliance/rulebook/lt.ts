/** Lithuania, known from one judgment of 2009: consent first, no hours found. */
import type { LegalRule } from "./legal-rule.ts";

const lt: LegalRule = {
  id: "lt",
  jurisdiction: "LT",
  name: "Lithuania: direct marketing by telephone",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "Consent beforehand, with no exception known." },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Advertising Law art. 13(1); Electronic Communications Law art. 68(1)",
  sources: [
    {
      citation: "Vilnius court, 2009, reciting Advertising Law 13(1) and Electronic Communications Law 68(1)",
      address: "https://eteismai.lt/byla/31866640220468/I-679-473/2009",
    },
  ],
  confidence: "low",
  notes: ["The laws of today were not read and their articles have new numbers. No hours were found."],
  readOn: "2026-11-21",
};

export const ltRules: readonly LegalRule[] = [lt];
