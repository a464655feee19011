import type { LegalRule } from "./legal-rule.ts";

const usMd: LegalRule = {
  id: "us-md",
  jurisdiction: "US-MD",
  name: "Maryland",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2024-01-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 3,
      hours: 24,
      scope: "calls and texts on the same subject matter, any number (24 h)",
    },
  ],
  coolDowns: [],
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
      text: "the 14-4502(a) exemptions (B2B, nonprofits, response to inquiry) lift the consent rule only, not hours or cap",
    },
  ],
  citation: "Md. Com. Law 14-4502",
  sources: [
    { citation: "Md. Com. Law 14-4502", address: "https://lexace.ai/us/statute/maryland/CL-14-4502" },
    {
      citation: "DNC.com on the Stop the Spam Calls Act",
      address: "https://www.dnc.com/index.php/news/maryland-governor-signs-stop-spam-calls-act-2023-law",
    },
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
  ],
  confidence: "high",
  notes: ["Called party's time zone. PEWC for automated selection OR dialing."],
  readOn: "2026-11-21",
};

export const usMdRules: readonly LegalRule[] = [usMd];
