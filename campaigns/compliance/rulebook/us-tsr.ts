/**
 * The Telemarketing Sales Rule of the Federal Trade Commission: sales calls, and calls by which hired fundraisers ask for donations.
 */
import type { LegalRule } from "./legal-rule.ts";

export const usTsr: LegalRule = {
  id: "us-tsr",
  jurisdiction: "US",
  name: "United States: Telemarketing Sales Rule of the FTC",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2003-10-01",
  effectiveTo: null,
  datesNote:
    "In force since 2003-10-01. The 3 % are measured per campaign and 30 days since 2008-10-01; records are kept 5 years since 2024-10-15.",
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: {
    mostShare: 0.03,
    window: "30-days",
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "end-of-greeting",
    message: {
      mustName: ["caller", "callback-number"],
      text: "A recording with the name and telephone number of the seller for whom the call was placed, whenever no agent is there within 2 seconds of the end of the person's greeting.",
    },
    scope:
      "For each campaign by itself: its whole length when shorter than 30 days, otherwise every successive period of 30 days or part of one.",
  },
  ring: { leastSeconds: 15 },
  consent: null,
  callerId: [
    "Send a number that the person can call and, where the carrier can carry it, a name; those of the seller may stand in (16 CFR 310.4(a)(8), wording not read).",
  ],
  duties: [
    "Let it ring for 15 seconds or four rings.",
    "Keep records that prove the abandonment rate: without them the safe harbor is lost.",
  ],
  retentionYears: 5,
  scrub: { register: "us-national", mostAgeDays: 31 },
  exemptions: [
    { when: "agreed-time", lifts: ["hours"], text: "The person agreed beforehand to be called at another time (16 CFR 310.4(c))." },
    {
      when: "purchase",
      lifts: ["register"],
      withinDays: 546,
      text: "A purchase or other transaction within 18 months lifts the national register: not the hours, and not a request to that seller to stop.",
    },
    {
      when: "inquiry",
      lifts: ["register"],
      withinDays: 89,
      text: "An inquiry or application within 3 months lifts the national register: not the hours, and not a request to that seller to stop.",
    },
    {
      when: "written-consent",
      lifts: ["register"],
      text: "A signed agreement with this seller to be called at this number lifts the national register.",
    },
    {
      when: "business",
      lifts: ["hours", "register"],
      text: "Calls to businesses are mostly outside the rule (16 CFR 310.6(b)(7)). Its ban on misrepresentation has reached them since 2024, so abandonment, ringing and records stay as they are.",
    },
    {
      when: null,
      lifts: [],
      text: "Charities and political callers: the scope of the rule decides; see us-tsr-fundraising for those who are hired to collect.",
    },
  ],
  citation: "16 CFR 310.4",
  sources: [
    { citation: "16 CFR 310.4: hours, abandonment, do-not-call", address: "https://www.law.cornell.edu/cfr/text/16/310.4" },
    {
      citation: "16 CFR 310.4(b)(4): the four conditions of the safe harbor, in a summary of dnc.com",
      address: "https://dnc.com/faq//there-call-abandonment-safe-harbor",
    },
    { citation: "Secondary: a public register of the regulation in force in 2026, naming the official pages", address: null },
    { citation: "Secondary: a public source file on the 31 days of 16 CFR 310.4(b)(3)(iv)", address: null },
  ],
  confidence: "high",
  notes: [
    "Ringing: the rule lets the caller choose between 15 seconds and four rings; 15 seconds are applied.",
    "Abandoned is a call that a person answers and that has no agent within 2 seconds after the greeting ends.",
    "The hours protect calls to a person's residence, on the clock there.",
    "The wording on the number shown (310.4(a)(8)) and on records (310.5) was not read; the 5 years come from two secondary sources.",
    "Informational calls and debt collection are not telemarketing under this rule.",
  ],
  readOn: "2026-11-21",
};

/** A hired fundraiser keeps the hours of a seller. */
export const usTsrFundraising: LegalRule = {
  id: "us-tsr-fundraising",
  jurisdiction: "US",
  name: "United States: calls that ask for donations, Telemarketing Sales Rule",
  covers: ["fundraising"],
  inherits: [],
  effectiveFrom: "2003-10-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: {
    mostShare: 0.03,
    window: "30-days",
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "end-of-greeting",
    message: {
      mustName: ["caller", "callback-number"],
      text: "A recording with the name and telephone number of the charity for which the call was placed.",
    },
    scope: "For each campaign by itself, as under us-tsr.",
  },
  ring: { leastSeconds: 15 },
  consent: null,
  callerId: ["Send a number that the person can call; that of the charity may stand in."],
  duties: ["Let it ring for 15 seconds or four rings.", "Keep a list of those who want no more calls for this charity."],
  retentionYears: 5,
  scrub: null,
  exemptions: [
    { when: "agreed-time", lifts: ["hours"], text: "The person agreed beforehand to be called at another time (16 CFR 310.4(c))." },
    {
      when: null,
      lifts: [],
      text: "A charity that calls by itself is beyond the FTC's reach. Whether it does is not known here, so nothing is lifted.",
    },
  ],
  citation: "16 CFR 310.4, 310.6(a)",
  sources: [
    {
      citation:
        "Cain, Nonprofit Solicitation under the Telemarketing Sales Rule, 57 Fed. Comm. L.J. (2004): outside the register, under the rest of the rule",
      address: "https://docslib.org/doc/4772103/nonprofit-solicitation-under-the-telemarketing-sales-rule",
    },
    {
      citation: "Venable on the FTC's reach over hired fundraisers (2002)",
      address: "https://www.venable.com/insights/publications/2002/02/ftc-proposes-new-regulation-of-charitable-and-asso",
    },
  ],
  confidence: "medium",
  notes: ["Secondary sources only; the text of 310.6(a) was not read. The national register does not hold for donations."],
  readOn: "2026-11-21",
};
