import type { LegalRule } from "./legal-rule.ts";

const caBc: LegalRule = {
  id: "ca-bc",
  jurisdiction: "CA-BC",
  name: "British Columbia - Telemarketer Licensing Regulation",
  covers: ["telemarketing"],
  inherits: ["ca-utr"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:30"]], saturday: [["10:00", "18:00"]], sunday: [["10:00", "18:00"]], holiday: "banned" },
  holidays: "ca-bc",
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 1,
      hours: 720,
      scope: "contact about the same good or service/offer without the consumer's permission",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "charities calling directly, political parties, savings institutions: no licence" }],
  citation: "Consumer Protection BC 2011",
  sources: [
    {
      citation: "Consumer Protection BC 2011",
      address: "https://consumerprotectionbc.ca/2011/07/everything-you-wanted-to-know-about-telemarketers",
    },
    { citation: "Consumer Protection BC 2023", address: "https://www.consumerprotectionbc.ca/2023/03/5-rules-about-telemarketing-calls/" },
  ],
  confidence: "high",
  notes: ["Statutory holidays banned; no blocked number; licence per location. Applies where a contract is taken by phone."],
  readOn: "2026-11-21",
};

export const caBcRules: readonly LegalRule[] = [caBc];
