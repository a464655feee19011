import type { LegalRule } from "./legal-rule.ts";

const usPa: LegalRule = {
  id: "us-pa",
  jurisdiction: "US-PA",
  name: "Pennsylvania",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2026-10-18",
  effectiveTo: null,
  hours: { weekday: [["09:00", "19:00"]], saturday: "same", sunday: "banned", holiday: "banned" },
  holidays: "us-pa",
  caps: [],
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
      text: "2019 text: EBR, debt collection, nonprofit, political calls are outside 'telephone solicitation call' (holiday/DNC); 12-month EBR per secondary",
    },
  ],
  citation: "SB 992 (Act 47 of 2026), sponsor's release",
  sources: [
    {
      citation: "SB 992 (Act 47 of 2026), sponsor's release",
      address: "https://www.pasenategop.com/news/brooks-bill-to-strengthen-protections-against-telemarketers-passes-senate",
    },
    { citation: "Secondary: approved 2026-07-20, in force after 90 days", address: null },
    { citation: "Secondary: effective 2026-10-18", address: null },
    {
      citation: "Glama 'Call Desk' tool note: Sundays banned from 2026-10-18",
      address: "https://glama.ai/mcp/connectors/com.modernmustardseed/call-desk/tools/can_i_call_now",
    },
    {
      citation: "2019 holiday ban, Act 73 of 2019",
      address: "https://dnc.dreamhosters.com/update-pennsylvania-governor-signs-new-robocall-restrictions-law",
    },
  ],
  confidence: "medium",
  notes: [
    "Replaced 8 a.m.-9 p.m. Enrolled text not seen; three independent secondary sources agree on Sunday ban, 7 p.m. and 9 a.m. Texts, voicemail, ringless voicemail and business subscribers now covered. Holidays: New Year, MLK, Presidents, Good Friday, Memorial, Flag Day, Independence, Labor, Columbus, Election Day, Veterans, Thanksgiving, Christmas (2019 list). Before 2026-10-18: 08:00-21:00 every day.",
  ],
  readOn: "2026-11-21",
};

export const usPaRules: readonly LegalRule[] = [usPa];
