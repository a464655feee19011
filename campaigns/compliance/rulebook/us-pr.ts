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
  citation: "10 L.P.R.A. 4034 (5-year registry)",
  sources: [
    {
      citation: "10 L.P.R.A. 4034 (5-year registry)",
      address:
        "https://casetext.com/statute/laws-of-puerto-rico/title-ten-commerce/subtitle-3-business-regulations-generally/chapter-308-telemarketing-fraud-prevention-act/4034-registry-policy-generally",
    },
    { citation: "Ley 210-2003 summary: prohibits out-of-hours calls", address: "https://www.codexpr.ai/ley/2003-210" },
  ],
  confidence: "low",
  notes: [
    "Law 210-2003 s. 4033 bans out-of-hours calls but the hours were not seen: apply federal 8-9 (AST, no DST). The cited 'Law 273 of 2003' page is unreliable.",
  ],
  readOn: "2026-11-21",
};

export const usPrRules: readonly LegalRule[] = [usPr];
