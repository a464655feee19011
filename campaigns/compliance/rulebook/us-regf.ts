/**
 * Regulation F, debt collection: 7 calls in 7 days about one debt, and 7 days of silence after a conversation about it.
 */
import type { LegalRule } from "./legal-rule.ts";

export const usRegf: LegalRule = {
  id: "us-regf",
  jurisdiction: "US",
  name: "United States: debt collection, Regulation F",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: "2021-11-30",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-debt",
      attempts: 7,
      hours: 168,
      scope:
        "Calls placed about one debt, answered or not; student loans serviced under one account are one debt. More than 7 in 7 days are presumed to harass.",
    },
  ],
  coolDowns: [
    {
      after: "conversation",
      per: "person",
      about: "same-debt",
      hours: 168,
      scope:
        "After people have spoken about a debt on the telephone, whoever called whom, no call about it for 7 days; the day of the conversation is the first.",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [
    "Respect the times and places that the person called inconvenient, a workplace that forbids such calls, and a medium that the person does not want.",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "consent",
      lifts: ["caps"],
      withinDays: 7,
      text: "Calls within 7 days of the person's prior consent, given to this collector directly, do not count.",
    },
    { when: "representative", lifts: ["caps"], text: "Calls to the person's attorney, a creditor and the like do not count." },
    {
      when: null,
      lifts: [],
      text: "Calls that do not reach the dialed number do not count by law; here every attempt counts, which is stricter.",
    },
    { when: null, lifts: [], text: "Calls from the person do not count as calls; a conversation in one starts the 7 days." },
  ],
  citation: "12 CFR 1006.6(b), 1006.14(b)",
  sources: [
    {
      citation: "12 CFR 1006.14(b)(2)(i)(A), (B), explained by NAFCU",
      address: "https://nafcu.org/compliance-blog/debt-collection-rule-and-call-limits-second-look",
    },
    {
      citation: "FAQ of the CFPB on calls that do not count and the 7 days after consent, reported by ACA International",
      address:
        "https://www.acainternational.org/news/reg-f-question-of-the-week-are-certain-calls-excluded-from-the-presumptions-of-telephone-call-frequency/",
    },
    { citation: "FAQs of the CFPB, reported by insideARM", address: "https://insidearm.com/news/00048424-cfpb-releases-reg-f-guidance/" },
    { citation: "Secondary: a public file with a worked example of how the first day counts", address: null },
  ],
  confidence: "high",
  notes: [
    "The limits are a presumption, which can be rebutted. They follow the person and the debt, whatever number is dialed.",
    "Times known to be inconvenient are barred; where nothing is known, before 8:00 and from 21:00 at the consumer's place.",
    "Original creditors are not covered by federal law; some states and New York City cover them.",
    "Records (3 years after the last collection activity, 12 CFR 1006.100) were not read, and no figure is applied.",
    "Where area code and address disagree, the hours have to be open in both places.",
  ],
  readOn: "2026-11-21",
};
