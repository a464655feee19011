/**
 * Mississippi. Until 20:00, never on Sundays, and on two clocks: Central Standard Time, which knows no summer, and the local
 * one. The ban on holidays, which many charts still show, is repealed.
 */
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
  duties: ["Register and post a bond of $75,000."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Miss. Code 77-3-723, 77-3-603",
  sources: [
    {
      citation: "Miss. Code 77-3-723",
      address: "https://getpocketlaw.com/law/state_mississippi/section-77-3-723-rules-for-authorized-calls_57b73fa7ff73",
    },
    {
      citation: "DNC.com, 2024-06-03: the ban on legal holidays is repealed; quotes 77-3-603",
      address: "https://www.dnc.com/blog/no-more-holidays-mississippi-marketers-magnolia-state-lifts-prohibition-telemarketing-legal",
    },
  ],
  confidence: "high",
  notes: [
    "The statute says Central Standard Time. It is read as UTC-6 all year, and the local clock has to be open as well: in summer calls begin at 8:00 standard, which is 9:00 on the wall, and end at 20:00 on the wall.",
    "77-3-603 says 21:00, 77-3-723 says 20:00: the earlier end is applied.",
    "Consumers, in this act, may be businesses.",
  ],
  readOn: "2026-11-21",
};

export const usMsRules: readonly LegalRule[] = [usMs];
