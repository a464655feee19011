import type { LegalRule } from "./legal-rule.ts";

const usSd: LegalRule = {
  id: "us-sd",
  jurisdiction: "US-SD",
  name: "South Dakota",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "banned", holiday: "same" },
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
  citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)",
  sources: [
    { citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)", address: null },
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
  ],
  confidence: "low",
  notes: [
    "SDCL 37-30A-3(2), residence. Sunday ban per one secondary table; operative text not seen. Autodialed: SDCL 37-30-28 weekday 9-21.",
  ],
  readOn: "2026-11-21",
};

export const usSdRules: readonly LegalRule[] = [usSd];
