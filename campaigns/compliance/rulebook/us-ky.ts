/**
 * Kentucky. From 10:00: the latest start in the United States. Two time zones.
 */
import type { LegalRule } from "./legal-rule.ts";

const usKy: LegalRule = {
  id: "us-ky",
  jurisdiction: "US-KY",
  name: "Kentucky",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["10:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "Automated equipment only with consent (KRS 367.461).",
  },
  callerId: [],
  duties: [
    "Automated equipment (KRS 367.461): give name and number within 25 seconds and at the end, have it attended, release the line within 10 seconds.",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: "business", lifts: ["hours"], text: "Calls between merchants are excepted." },
    { when: null, lifts: [], text: "The hours protect a person's residence." },
  ],
  citation: "KRS 367.46955(16)",
  sources: [
    {
      citation: "KRS 367.46955, subsection (16) as a secondary source quotes it",
      address: "https://self-law.org/code/ky/chapter-367/367-46955",
    },
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
  ],
  confidence: "high",
  notes: [
    "The clock is that of the called person's place.",
    "KRS 367.461, which was read, allows automated equipment from 8:00 to 21:00; the later start of sales calls is applied to it too.",
  ],
  readOn: "2026-11-21",
};

export const usKyRules: readonly LegalRule[] = [usKy];
