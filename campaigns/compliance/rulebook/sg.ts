import type { LegalRule } from "./legal-rule.ts";

const sg: LegalRule = {
  id: "sg",
  jurisdiction: "SG",
  name: "Singapore - PDPA Do Not Call Registry",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "sg-dnc", mostAgeDays: 21 },
  exemptions: [
    { when: null, lifts: [], text: "clear and unambiguous consent in writing or accessible form" },
    { when: null, lifts: [], text: "ongoing relationship: TEXT/FAX only, NOT voice" },
    { when: null, lifts: [], text: "B2B" },
  ],
  citation: "PDPC: DNC and your business",
  sources: [
    {
      citation: "PDPC: DNC and your business",
      address: "https://www.pdpc.gov.sg/Overview-of-PDPA/Do-Not-Call-Registry/Business-Owner/Do-Not-Call-Registry-and-Your-Business",
    },
    { citation: "AsiaOne 2013: results valid 30 days", address: "http://www.asiaone.com/do-not-call-registration-start-dec-2" },
  ],
  confidence: "medium",
  notes: [
    "Originally 30 days; believed cut to 21 days in Feb 2021 (not seen) - 21 encoded. Do not conceal caller ID. No statutory hours found.",
  ],
  readOn: "2026-11-21",
};

export const sgRules: readonly LegalRule[] = [sg];
