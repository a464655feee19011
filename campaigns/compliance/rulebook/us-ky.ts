import type { LegalRule } from "./legal-rule.ts";

const usKy: LegalRule = {
  id: "us-ky",
  jurisdiction: "US-KY",
  name: "Kentucky",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["10:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "merchant-to-merchant calls" },
    { when: null, lifts: [], text: "residence scope" },
  ],
  citation: "KRS 367.46955 (subsection (16) quoted by secondary)",
  sources: [
    { citation: "KRS 367.46955 (subsection (16) quoted by secondary)", address: "https://self-law.org/code/ky/chapter-367/367-46955" },
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
  ],
  confidence: "high",
  notes: [
    "Latest start in the US; called person's location, person's residence. Two time zones. Automated equipment statute 367.461 allows 8-9 only with consent, name/number within 25 s and at the end, attended operation, disconnect in 10 s (read).",
  ],
  readOn: "2026-11-21",
};

export const usKyRules: readonly LegalRule[] = [usKy];
