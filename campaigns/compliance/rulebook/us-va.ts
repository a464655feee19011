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
      text: "State abandoned-call rule: prerecorded message with identification and opt-out if no live agent within 2 s (59.1-513.1)",
    },
    scope: "",
  },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)",
  sources: [
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
    {
      citation: "VTPPA summary (59.1-511, 59.1-513.1, 59.1-514)",
      address: "https://grokipedia.com/page/Virginia_Telephone_Privacy_Protection_Act",
    },
  ],
  confidence: "medium",
  notes: ["Any Virginia area-code number incl. wireless and business. Text opt-outs kept 10 years (SB 1339, 2026-01-01)."],
  readOn: "2026-11-21",
};

export const usVaRules: readonly LegalRule[] = [usVa];
