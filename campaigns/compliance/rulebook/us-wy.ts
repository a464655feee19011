import type { LegalRule } from "./legal-rule.ts";

const usWy: LegalRule = {
  id: "us-wy",
  jurisdiction: "US-WY",
  name: "Wyoming",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "Wyo. Stat. 40-12-302(d) quoted by secondary",
  sources: [
    { citation: "Wyo. Stat. 40-12-302(d) quoted by secondary", address: null },
    { citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)", address: null },
  ],
  confidence: "medium",
  notes: ["Consumer's local time."],
  readOn: "2026-11-21",
};

export const usWyRules: readonly LegalRule[] = [usWy];
