/**
 * Texas. From 9:00, Sundays from noon; a no-call list that comes out four times a year. Two time zones.
 */
import type { LegalRule } from "./legal-rule.ts";

const usTx: LegalRule = {
  id: "us-tx",
  jurisdiction: "US-TX",
  name: "Texas",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2009-04-01",
  effectiveTo: null,
  datesNote: "In force since 2009-04-01. Texts, and a private action under the Deceptive Trade Practices Act, since 2025-09-01 (SB 140).",
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: [["12:00", "21:00"]], holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Register under chapter 302."],
  retentionYears: null,
  scrub: { register: "us-tx", mostAgeDays: 92 },
  exemptions: [
    {
      when: "purchase",
      lifts: ["register"],
      withinDays: 365,
      text: "304.004: calls within a business relationship, or within a year of its end, are outside the list. A year from the last purchase is applied.",
    },
    { when: "customer", lifts: ["register"], text: "304.004: calls to a customer are outside the list." },
    { when: "business", lifts: ["register"], text: "304.004: calls to a business are outside the list." },
    {
      when: null,
      lifts: [],
      text: "304.004: some licensees are outside the list, but not when a machine dials. Collection of debts is outside it too, and not covered by this rule.",
    },
    {
      when: null,
      lifts: [],
      text: "Chapter 301, with the hours, speaks of residential numbers and consumer goods and services only. What a number is used for is not known here, so no hours are lifted.",
    },
  ],
  citation: "Tex. Bus. & Com. Code 301.051, 304.051",
  sources: [
    { citation: "Tex. Bus. & Com. Code 301.051, in a summary that cites texas.public.law", address: null },
    { citation: "Its predecessor 37.02, code of 2005", address: "http://law.justia.com/codes/texas/2005/bc/004.00.000037.00.html" },
    {
      citation: "Tex. Bus. & Com. Code 304.051: the list comes out on January 1, April 1, July 1, October 1",
      address: "https://texas.public.law/statutes/tex._bus._and_com._code_section_304.051",
    },
    {
      citation: "Tex. Bus. & Com. Code 304.004: what is outside the list",
      address: "https://codes.findlaw.com/tx/business-and-commerce-code/bus-com-sect-304-004/",
    },
    {
      citation: "Kaufman Dolowich on SB 140",
      address:
        "https://www.kaufmandolowich.com/news-resources/law-alert-state-mini-tcpa-laws-growing-texas-latest-to-update-its-telemarketing-rules-8-21-2025-by-richard-j-perr-monica-m-littman-graeme-e-hogan-dominic-borelli-and-kristen-ruotolo",
    },
  ],
  confidence: "medium",
  notes: [
    "The clock is the consumer's: El Paso is on Mountain time. A vendor's page that says Central time has no support.",
    "The exact text of 301.051 was seen in a summary only.",
  ],
  readOn: "2026-11-21",
};

export const usTxRules: readonly LegalRule[] = [usTx];
