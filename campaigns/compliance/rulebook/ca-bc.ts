/** British Columbia. Beside the federal rules: no calls on its statutory holidays, one contact about an offer in 30 days. */
import type { LegalRule } from "./legal-rule.ts";

const caBc: LegalRule = {
  id: "ca-bc",
  jurisdiction: "CA-BC",
  name: "British Columbia: Telemarketer Licensing Regulation",
  covers: ["telemarketing"],
  inherits: ["ca-utr"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:30"]], saturday: [["10:00", "18:00"]], sunday: [["10:00", "18:00"]], holiday: "banned" },
  // The statutory holidays of British Columbia.
  holidays: "ca-bc",
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 1,
      hours: 30 * 24,
      scope: "one contact about the same goods, service or offer in 30 days, unless the consumer permits more",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: ["Show a number; a blocked one is forbidden."],
  duties: ["Hold a licence for each location from which calls are made."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: "consent", lifts: ["caps"], text: "The consumer permits further contacts about the same offer." },
    {
      when: null,
      lifts: [],
      text: "Charities that call themselves, political parties and savings institutions need no licence; hours and cap stay.",
    },
  ],
  citation: "Telemarketer Licensing Regulation (British Columbia)",
  sources: [
    {
      citation: "Consumer Protection BC, 2011",
      address: "https://consumerprotectionbc.ca/2011/07/everything-you-wanted-to-know-about-telemarketers",
    },
    {
      citation: "Consumer Protection BC, 2023",
      address: "https://www.consumerprotectionbc.ca/2023/03/5-rules-about-telemarketing-calls/",
    },
  ],
  confidence: "high",
  notes: [
    "The regulation is for calls on which a contract is taken. It is applied to every sales call.",
    "The law counts contacts; attempts are counted here, which is stricter.",
  ],
  readOn: "2026-11-21",
};

export const caBcRules: readonly LegalRule[] = [caBc];
