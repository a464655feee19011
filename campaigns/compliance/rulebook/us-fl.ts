import type { LegalRule } from "./legal-rule.ts";

const usFl: LegalRule = {
  id: "us-fl",
  jurisdiction: "US-FL",
  name: "Florida",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2021-07-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 3,
      hours: 24,
      scope: "commercial telephone solicitation calls on the same subject matter or issue, whatever caller number is used (24 h rolling)",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Fla. Stat. 501.616(6)(a)-(b), SB 1120 (2021) bill text",
  sources: [
    {
      citation: "Fla. Stat. 501.616(6)(a)-(b), SB 1120 (2021) bill text",
      address: "https://flsenate.gov/Session/Bill/2021/1120/BillText/Filed/HTML",
    },
    { citation: "Fla. Stat. 501.616", address: "http://www.lawserver.com/law/state/florida/statutes/florida_statutes_501-616" },
    {
      citation: "Nolo summary of Florida restrictions",
      address: "https://www.nolo.com/legal-encyclopedia/florida-restrictions-telemarketers.html",
    },
  ],
  confidence: "high",
  notes: [
    "Called person's time zone. Florida area code rebuttably presumed in-state (501.059). Written consent for automated selection AND dialing or recorded message (2023 HB 761 narrowed). State name within 30 s. 'Person' includes businesses. State no-sales-solicitation list.",
  ],
  readOn: "2026-11-21",
};

export const usFlRules: readonly LegalRule[] = [usFl];
