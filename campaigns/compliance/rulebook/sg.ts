/** Singapore. No hours; the registry decides, and an ongoing relationship does not stand above it for voice calls. */
import type { LegalRule } from "./legal-rule.ts";

const sg: LegalRule = {
  id: "sg",
  jurisdiction: "SG",
  name: "Singapore: Do Not Call Registry (PDPA)",
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
  callerId: ["Do not conceal the number."],
  duties: [],
  retentionYears: null,
  scrub: { register: "sg-dnc", mostAgeDays: 21 },
  exemptions: [
    {
      when: "consent",
      lifts: ["register"],
      text: "Clear and unambiguous consent, in writing or another form that can be looked up later.",
    },
    { when: "business", lifts: ["register"], text: "Calls to businesses." },
    { when: null, lifts: [], text: "An ongoing relationship lifts the registry for text messages and fax, not for voice." },
  ],
  citation: "Personal Data Protection Act 2012, Do Not Call provisions",
  sources: [
    {
      citation: "PDPC, the registry and your business",
      address: "https://www.pdpc.gov.sg/Overview-of-PDPA/Do-Not-Call-Registry/Business-Owner/Do-Not-Call-Registry-and-Your-Business",
    },
    { citation: "AsiaOne, 2013: results are valid for 30 days", address: "http://www.asiaone.com/do-not-call-registration-start-dec-2" },
  ],
  confidence: "medium",
  notes: [
    "Results were valid for 30 days at first. They are believed to be so for 21 days since February 2021; the text was not seen, and 21 are applied.",
    "No statutory hours were found.",
  ],
  readOn: "2026-11-21",
};

export const sgRules: readonly LegalRule[] = [sg];
