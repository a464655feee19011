import type { LegalRule } from "./legal-rule.ts";

const usNy: LegalRule = {
  id: "us-ny",
  jurisdiction: "US-NY",
  name: "New York",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  datesNote: "emergency ban 2019-12",
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
  emergencyBan: "per county/city/town/village under declared emergency",
  exemptions: [
    { when: null, lifts: [], text: "express consent to another time" },
    { when: null, lifts: [], text: "emergency ban: express request or unterminated established business relationship" },
  ],
  citation: "N.Y. Gen. Bus. Law 399-z(2)",
  sources: [
    { citation: "N.Y. Gen. Bus. Law 399-z(2)", address: "https://instalawyer.io/laws/new-york-laws/399-z-telemarketing-establishment-of" },
    {
      citation: "GBL 399-z(5-a), 399-pp(7)(f)",
      address:
        "http://webiis06.mondaq.com/unitedstates/Consumer-Protection/908430/New-York39s-State-Of-Emergency-Restricts-Telemarketing-Calls-Through-September-20-2020",
    },
    {
      citation: "Bill A1250 (2025) narrowing proposal",
      address:
        "https://assembly.state.ny.us/leg/?default_fld=&leg_video=&bn=A1250&term=2025&Summary=Y&Actions=Y&Committee%26nbspVotes=Y&Floor%26nbspVotes=Y&Memo=Y&Text=Y",
    },
  ],
  confidence: "high",
  notes: [
    "Unsolicited calls to any county, city, town or village under a declared state of emergency are unlawful - COUNTY-level block list needed. A1250 would require a finding; enactment not verified. Name/DNC option first in the call.",
  ],
  readOn: "2026-11-21",
};

const usNyNycDebt: LegalRule = {
  id: "us-ny-nyc-debt",
  jurisdiction: "US-NY",
  name: "New York City - debt collection (6 RCNY 5-77, DCWP)",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: "2026-09-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  onlyIn: { postalPrefixes: ["100", "101", "102", "103", "104", "110", "111", "112", "113", "114", "116"] },
  caps: [{ per: "person", about: "same-debt", attempts: 3, hours: 168, scope: "contacts or attempts across ALL channels, per account" }],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: 3,
  scrub: null,
  exemptions: [],
  citation: "Americollect 2026-04: final, effective 1 Sept 2026, cap per account",
  sources: [
    {
      citation: "Americollect 2026-04: final, effective 1 Sept 2026, cap per account",
      address: "https://www.americollect.com/2026/04/new-york-city-dcwp-debt-collection-rules-finalized/",
    },
    {
      citation: "Sheppard Mullin: three contacts in seven days, all channels",
      address:
        "https://www.mondaq.com/unitedstates/financial-services/1664142/new-york-city-pushes-back-compliance-date-of-amended-debt-collection-rules",
    },
    {
      citation: "ABA Banking Journal 2026-02-26: banks collecting own debts covered",
      address: "https://bankingjournal.aba.com/2026/02/nyc-finalizes-debt-collection-rule-covering-banks-collecting-their-own-debts/",
    },
    {
      citation: "FAQ: records 3 years",
      address: "https://infobytes.orrick.com/2025-04-18/nycs-amended-debt-collection-rules-effective-this-october",
    },
  ],
  confidence: "medium",
  notes: ["City-level (five boroughs): needs ZIP targeting. Delayed four times; final text not seen. Hours from Reg F."],
  readOn: "2026-11-21",
};

export const usNyRules: readonly LegalRule[] = [usNy, usNyNycDebt];
