import type { LegalRule } from "./legal-rule.ts";

const nz: LegalRule = {
  id: "nz",
  jurisdiction: "NZ",
  name: "New Zealand",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "Secondary: no statutory equivalent",
  sources: [
    { citation: "Secondary: no statutory equivalent", address: null },
    { citation: "Secondary: Marketing Association code 8-21 Mon-Sat", address: null },
  ],
  confidence: "low",
  notes: ["No statutory hours found; voice calls outside the spam Act (not read). Sources disagree on industry-code hours."],
  readOn: "2026-11-21",
};

export const nzRules: readonly LegalRule[] = [nz];
