import type { LegalRule } from "./legal-rule.ts";

const za: LegalRule = {
  id: "za",
  jurisdiction: "ZA",
  name: "South Africa - CPA s. 12, regulation 4",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2011-04-01",
  effectiveTo: null,
  datesNote: "2011-04 (not in text read)",
  hours: { weekday: [["08:00", "20:00"]], saturday: [["09:00", "13:00"]], sunday: "banned", holiday: "banned" },
  holidays: "za",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "express or implied request/agreement; timed delivery needs written agreement" }],
  citation: "Prohibited times",
  sources: [
    {
      citation: "Prohibited times",
      address: "https://www.acts.co.za/consumer-protection-act-2008/r293_prohibited_time_for_contacting_consumers",
    },
    {
      citation: "CPA s. 12",
      address: "https://www.acts.co.za/consumer-protection-act-2008/12_regulation_of_time_for_contacting_consumers",
    },
    { citation: "CPA s. 11", address: "http://www.thencc.gov.za/chapter-2-part-b" },
  ],
  confidence: "high",
  notes: [
    "Consumer at home. A pre-emptive block must be assumed registered unless the administrator confirms otherwise; opt-out registry operation and POPIA s. 69 consent not verified.",
  ],
  readOn: "2026-11-21",
};

export const zaRules: readonly LegalRule[] = [za];
