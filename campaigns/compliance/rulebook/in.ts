import type { LegalRule } from "./legal-rule.ts";

const india: LegalRule = {
  id: "in",
  jurisdiction: "IN",
  name: "India - TRAI TCCCPR 2018 (amended 12 Feb 2025)",
  covers: ["telemarketing"],
  inherits: [],
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
  exemptions: [
    { when: null, lifts: [], text: "service/transactional calls to own customer (1600 series), inferred consent" },
    { when: null, lifts: [], text: "explicit consent via DLT" },
  ],
  citation: "2010/11 regulations: none 9 p.m.-9 a.m. even to unregistered",
  sources: [
    {
      citation: "2010/11 regulations: none 9 p.m.-9 a.m. even to unregistered",
      address: "https://indianexpress.com/article/india/latest-news/no-pesky-calls-between-9-pm-and-9-am-trai/",
    },
    {
      citation: "2025 amendment: 140/1600 series",
      address: "https://businesstimes.co/index.php/2025/02/13/big-relief-from-spam-calls-trai-bans-10-digit-numbers-for-telemarketing",
    },
    { citation: "Secondary on TCCCPR bands and classification", address: null },
  ],
  confidence: "low",
  notes: [
    "9-21 comes from the REPEALED 2010 regulations; TCCCPR 2018 uses subscriber-chosen two-hour bands and day types via the operators' DLT scrub (secondary). 9-21 kept as conservative default. Promotional calls only from 140 series, service from 1600; 10-digit numbers barred; any promotional content reclassifies the call. DND scrub happens on DLT per campaign.",
  ],
  readOn: "2026-11-21",
};

const inDebt: LegalRule = {
  id: "in-debt",
  jurisdiction: "IN",
  name: "India - RBI loan recovery calls",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "19:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "Secondary: RBI 08:00-19:00 recovery window",
  sources: [{ citation: "Secondary: RBI 08:00-19:00 recovery window", address: null }],
  confidence: "low",
  notes: ["RBI text not read; mandatory recording of recovery calls per same source."],
  readOn: "2026-11-21",
};

export const indiaRules: readonly LegalRule[] = [india, inDebt];
