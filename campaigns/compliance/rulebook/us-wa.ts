import type { LegalRule } from "./legal-rule.ts";

const usWa: LegalRule = {
  id: "us-wa",
  jurisdiction: "US-WA",
  name: "Washington",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2022-06-09",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "do-not-call-request",
      per: "person",
      about: "anything",
      hours: 8760,
      scope: "after do-not-call request: any number associated with the party, at least one year",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "80.36.390: response to request, purchase within 12 months, members, polling, B2B - but RCW 19.158.110(4) has the same hours without B2B carve-out",
    },
  ],
  citation: "RCW 80.36.390",
  sources: [
    { citation: "RCW 80.36.390", address: "https://instalawyer.io/laws/revised-code-of-washington/8036390-telephone-solicitation" },
    {
      citation: "DWT on HB 1497",
      address: "https://www.dwt.com/blogs/family-business-resource-center/2022/08/washington-tcpa-telemarketing-restrictions-law",
    },
    { citation: "Secondary: 2026 regulatory register naming official pages (public document)", address: null },
  ],
  confidence: "high",
  notes: [
    "Identify self, company, purpose within 30 s; end within 10 s of request; opt-out covers any number of that person for at least 1 year.",
  ],
  readOn: "2026-11-21",
};

const usWaDebt: LegalRule = {
  id: "us-wa-debt",
  jurisdiction: "US-WA",
  name: "Washington - collection agencies",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: null,
  effectiveTo: null,
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
  exemptions: [],
  citation: "none read",
  sources: [],
  confidence: "low",
  notes: [
    "UNVERIFIED, from general knowledge only: RCW 19.16.250: believed 3 calls/week presumption and 7:30 a.m.-9 p.m.. No source read; do not enforce beyond Reg F until checked.",
  ],
  readOn: "2026-11-21",
};

export const usWaRules: readonly LegalRule[] = [usWa, usWaDebt];
