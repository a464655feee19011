import type { LegalRule } from "./legal-rule.ts";

const usMs: LegalRule = {
  id: "us-ms",
  jurisdiction: "US-MS",
  name: "Mississippi",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "banned", holiday: "same" },
  clock: { zone: "Etc/GMT+6", counts: "also" },
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
  citation: "Miss. Code 77-3-723",
  sources: [
    {
      citation: "Miss. Code 77-3-723",
      address: "https://getpocketlaw.com/law/state_mississippi/section-77-3-723-rules-for-authorized-calls_57b73fa7ff73",
    },
    {
      citation: "DNC.com 2024-06-03: legal-holiday ban repealed; quotes 77-3-603",
      address: "https://www.dnc.com/blog/no-more-holidays-mississippi-marketers-magnolia-state-lifts-prohibition-telemarketing-legal",
    },
  ],
  confidence: "high",
  notes: [
    "'Central STANDARD Time', fixed: evaluate in both CST and local, take the stricter. 77-3-603 says 9 p.m.; 77-3-723 8 p.m.: use 8 p.m. 'Consumer' includes businesses. Many charts still show a holiday ban (repealed). Registration + $75,000 bond.",
  ],
  readOn: "2026-11-21",
};

export const usMsRules: readonly LegalRule[] = [usMs];
