/**
 * Utah. Never on Sundays and legal holidays, Pioneer Day included; only consent opens those hours.
 */
import type { LegalRule } from "./legal-rule.ts";

const usUt: LegalRule = {
  id: "us-ut",
  jurisdiction: "US-UT",
  name: "Utah",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "banned", holiday: "banned" },
  holidays: "us-ut",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "Automated systems, which play a recording or an artificial voice (13-25a-102(2)), only with prior express consent to that solicitor.",
  },
  callerId: [],
  duties: [
    "Say who calls, for which business and what for.",
    "Stop when the person says no.",
    "Release the line within 25 seconds after the person hangs up.",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "consent",
      lifts: ["hours", "holidays"],
      text: "Prior express consent opens the hours from 21:00 to 8:00, Sundays and legal holidays (13-25a-103(3)); federal hours stay.",
    },
    {
      when: "purchase",
      lifts: ["consent"],
      withinDays: 546,
      text: "A business relationship of the last 18 months lifts the ban on automated systems, and nothing else.",
    },
    {
      when: "inquiry",
      lifts: ["consent"],
      withinDays: 546,
      text: "An inquiry within 18 months makes such a relationship too (13-25a-102(4)).",
    },
  ],
  citation: "Utah Code 13-25a-103",
  sources: [
    { citation: "Utah Code 13-25a-103", address: "https://codes.findlaw.com/ut/title-13-commerce-and-trade/ut-code-sect-13-25a-103/" },
    { citation: "Utah Code 13-25a-102, definitions", address: "https://law.counselstack.com/statute/ut/13-25a-102" },
  ],
  confidence: "high",
  notes: ["Residential and cellular telephones both.", "The holidays are the legal ones of the state, July 24 among them."],
  readOn: "2026-11-21",
};

export const usUtRules: readonly LegalRule[] = [usUt];
