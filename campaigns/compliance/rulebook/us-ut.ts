import type { LegalRule } from "./legal-rule.ts";

const usUt: LegalRule = {
  id: "us-ut",
  jurisdiction: "US-UT",
  name: "Utah",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "banned", holiday: "banned" },
  holidays: "us-ut",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "prior express consent" },
    { when: null, lifts: [], text: "EBR 18 months lifts only the autodialer ban" },
  ],
  citation: "Utah Code 13-25a-103(3)",
  sources: [
    { citation: "Utah Code 13-25a-103(3)", address: "https://codes.findlaw.com/ut/title-13-commerce-and-trade/ut-code-sect-13-25a-103/" },
  ],
  confidence: "high",
  notes: [
    "Residential or cellular; 9 p.m.-8 a.m., Sunday and legal holidays (incl. Pioneer Day 24 July) barred without prior express consent. Disconnect within 25 s.",
  ],
  readOn: "2026-11-21",
};

export const usUtRules: readonly LegalRule[] = [usUt];
