/**
 * New York. The federal hours in a statute of its own, and no unsolicited call into a place under a declared emergency.
 * New York City: a debtor is contacted 3 times in 7 days at most, by all means taken together.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNy: LegalRule = {
  id: "us-ny",
  jurisdiction: "US-NY",
  name: "New York",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  datesNote: "The ban during emergencies is in force since December 2019.",
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [
    "Give your name and the offer to be put on the do-not-call list first.",
    "Follow the declarations of emergency, and stop the counties by hand.",
  ],
  retentionYears: null,
  scrub: null,
  emergencyBan: "No unsolicited call into a county, city, town or village under a declared state of emergency.",
  exemptions: [
    { when: "agreed-time", lifts: ["hours"], text: "The person expressly agreed to another time." },
    {
      when: null,
      lifts: [],
      text: "In an emergency, calls at the person's express request and within a business relationship that nobody has ended are left out. A stop set by hand stops them too.",
    },
  ],
  citation: "N.Y. Gen. Bus. Law 399-z",
  sources: [
    { citation: "N.Y. Gen. Bus. Law 399-z(2)", address: "https://instalawyer.io/laws/new-york-laws/399-z-telemarketing-establishment-of" },
    {
      citation: "N.Y. Gen. Bus. Law 399-z(5-a), 399-pp(7)(f)",
      address:
        "http://webiis06.mondaq.com/unitedstates/Consumer-Protection/908430/New-York39s-State-Of-Emergency-Restricts-Telemarketing-Calls-Through-September-20-2020",
    },
    {
      citation: "Bill A1250 (2025), which would narrow the ban",
      address:
        "https://assembly.state.ny.us/leg/?default_fld=&leg_video=&bn=A1250&term=2025&Summary=Y&Actions=Y&Committee%26nbspVotes=Y&Floor%26nbspVotes=Y&Memo=Y&Text=Y",
    },
  ],
  confidence: "high",
  notes: [
    "The ban works place by place, so a stop is needed for each county.",
    "A1250 would ask for a finding first; whether it was enacted could not be verified.",
  ],
  readOn: "2026-11-21",
};

const usNyNycDebt: LegalRule = {
  id: "us-ny-nyc-debt",
  jurisdiction: "US-NY",
  name: "New York City: debt collection",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: "2026-09-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  onlyIn: { postalPrefixes: ["100", "101", "102", "103", "104", "11001", "11004", "11005", "11040", "111", "112", "113", "114", "116"] },
  caps: [
    {
      per: "person",
      about: "same-debt",
      attempts: 3,
      hours: 168,
      scope: "Contacts and attempts by all channels together, for each account, 3 in 7 days.",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: 3,
  scrub: null,
  exemptions: [],
  citation: "6 RCNY 5-77",
  sources: [
    {
      citation: "Americollect, April 2026: final, in force 2026-09-01, cap for each account",
      address: "https://www.americollect.com/2026/04/new-york-city-dcwp-debt-collection-rules-finalized/",
    },
    {
      citation: "Sheppard Mullin: three contacts in seven days, all channels",
      address:
        "https://www.mondaq.com/unitedstates/financial-services/1664142/new-york-city-pushes-back-compliance-date-of-amended-debt-collection-rules",
    },
    {
      citation: "ABA Banking Journal, 2026-02-26: banks that collect their own debts are covered",
      address: "https://bankingjournal.aba.com/2026/02/nyc-finalizes-debt-collection-rule-covering-banks-collecting-their-own-debts/",
    },
    {
      citation: "FAQ: records for 3 years",
      address: "https://infobytes.orrick.com/2025-04-18/nycs-amended-debt-collection-rules-effective-this-october",
    },
  ],
  confidence: "medium",
  notes: [
    "A rule of the city's Department of Consumer and Worker Protection, put off four times; its final text was not seen.",
    "It holds in the five boroughs: Manhattan 100 to 102, Staten Island 103, the Bronx 104, Brooklyn 112, Queens 111, 113, 114, 116 and single codes of 110 (general knowledge of postal codes). 11001 and 11040 lie on the city's line and count as inside. Where the postal code is not known, it holds in the whole state.",
    "The hours are those of Regulation F.",
    "Banks that collect their own debts are covered.",
  ],
  readOn: "2026-11-21",
};

export const usNyRules: readonly LegalRule[] = [usNy, usNyNycDebt];
