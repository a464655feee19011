/**
 * Puerto Rico. Has hours of its own, which were not seen; Atlantic time without daylight saving.
 */
import type { LegalRule } from "./legal-rule.ts";

const usPr: LegalRule = {
  id: "us-pr",
  jurisdiction: "US-PR",
  name: "Puerto Rico",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
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
  retentionYears: 5,
  scrub: null,
  exemptions: [],
  citation: "10 L.P.R.A. 4033, 4034",
  sources: [
    {
      citation: "10 L.P.R.A. 4034, five years of records",
      address:
        "https://casetext.com/statute/laws-of-puerto-rico/title-ten-commerce/subtitle-3-business-regulations-generally/chapter-308-telemarketing-fraud-prevention-act/4034-registry-policy-generally",
    },
    { citation: "Summary of Ley 210-2003: no calls outside the hours", address: "https://www.codexpr.ai/ley/2003-210" },
  ],
  confidence: "low",
  notes: [
    "Section 4033 of Law 210-2003 bars calls outside certain hours, which were not seen: the federal 8:00 to 21:00 are applied, on Atlantic Standard Time all year.",
    'A page on a "Law 273 of 2003" that is cited for this cannot be relied on.',
  ],
  readOn: "2026-11-21",
};

export const usPrRules: readonly LegalRule[] = [usPr];
