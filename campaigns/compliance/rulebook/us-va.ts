/**
 * Virginia. The federal hours in a statute of its own, for every number with a Virginia area code.
 */
import type { LegalRule } from "./legal-rule.ts";

const usVa: LegalRule = {
  id: "us-va",
  jurisdiction: "US-VA",
  name: "Virginia",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: {
    mostShare: null,
    window: null,
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "end-of-greeting",
    message: {
      mustName: ["caller", "opt-out-number"],
      text: "A recording that says who called and how to opt out, when no live agent is there within 2 seconds (59.1-513.1).",
    },
    scope: "Every call that a person answers; the statute sets no share.",
  },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Va. Code 59.1-511, 59.1-513.1, 59.1-514",
  sources: [
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
    {
      citation: "Summary of the Virginia Telephone Privacy Protection Act (59.1-511, 59.1-513.1, 59.1-514)",
      address: "https://grokipedia.com/page/Virginia_Telephone_Privacy_Protection_Act",
    },
  ],
  confidence: "medium",
  notes: [
    "Every number with a Virginia area code is protected, mobiles and businesses too.",
    "Opt-outs from texts are kept for 10 years (SB 1339, in force 2026-01-01).",
  ],
  readOn: "2026-11-21",
};

export const usVaRules: readonly LegalRule[] = [usVa];
