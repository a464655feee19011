import type { LegalRule } from "./legal-rule.ts";

const usAz: LegalRule = {
  id: "us-az",
  jurisdiction: "US-AZ",
  name: "Arizona",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  numberTypeBan: { type: "mobile", unless: ["consent", "purchase"], text: "unsolicited sales calls to mobiles" },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "A.R.S. 44-1278(B)(3),(B)(6)",
  sources: [{ citation: "A.R.S. 44-1278(B)(3),(B)(6)", address: null }],
  confidence: "medium",
  notes: [
    "No separate hours (imports 47 CFR 64.1200 / 16 CFR 310.4). FLAT BAN on unsolicited telephone sales calls to a mobile or paging device at any hour, preserved against every exemption: treat mobile + no prior relationship/consent as do-not-dial. Arizona does not observe DST (Navajo Nation does).",
  ],
  readOn: "2026-11-21",
};

export const usAzRules: readonly LegalRule[] = [usAz];
