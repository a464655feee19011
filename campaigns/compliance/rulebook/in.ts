/**
 * India. Sales calls come from the 140 series and service calls from 1600; the register is asked by the operators' own
 * platform (DLT), campaign by campaign. The hours of sales calls come from regulations that are repealed.
 */
import type { LegalRule } from "./legal-rule.ts";

const india: LegalRule = {
  id: "in",
  jurisdiction: "IN",
  name: "India: TRAI on commercial communications (TCCCPR 2018, amended 2025-02-12)",
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
  callerId: [
    "Promotional calls show a number of the 140 series.",
    "Service and transaction calls show a number of the 1600 series.",
    "Ordinary numbers of ten digits are barred for both.",
  ],
  duties: [
    "Have each campaign scrubbed on the operators' DLT platform: it holds the register and what each subscriber prefers.",
    "Promote nothing on a service call: any promotion makes it a promotional one.",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "Service and transaction calls to own customers (1600 series) rest on inferred consent." },
    { when: null, lifts: [], text: "Explicit consent, recorded through DLT, lifts a subscriber's preferences there." },
  ],
  citation: "TRAI TCCCPR 2018, amended 2025-02-12",
  sources: [
    {
      citation: "Indian Express on the regulations of 2010/11: none from 21 to 9, not even to those who registered nothing",
      address: "https://indianexpress.com/article/india/latest-news/no-pesky-calls-between-9-pm-and-9-am-trai/",
    },
    {
      citation: "Business Times on the amendment of 2025: 140 and 1600 series",
      address: "https://businesstimes.co/index.php/2025/02/13/big-relief-from-spam-calls-trai-bans-10-digit-numbers-for-telemarketing",
    },
    { citation: "Secondary, on the bands and the classes of TCCCPR", address: null },
  ],
  confidence: "low",
  notes: [
    "9-21 comes from the regulations of 2010, which are repealed; it is kept because it is careful. Since 2018 each subscriber chooses bands of two hours and kinds of days, which only the DLT scrub knows (secondary source).",
  ],
  readOn: "2026-11-21",
};

const inDebt: LegalRule = {
  id: "in-debt",
  jurisdiction: "IN",
  name: "India: recovery of loans (RBI)",
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
  duties: ["Record recovery calls."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Reserve Bank of India, on recovery of loans (text not read)",
  sources: [{ citation: "Secondary: the RBI's window for recovery calls, 8-19", address: null }],
  confidence: "low",
  notes: ["The text of the Reserve Bank was not read; hours and recording come from one secondary source."],
  readOn: "2026-11-21",
};

export const indiaRules: readonly LegalRule[] = [india, inDebt];
