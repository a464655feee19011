import type { LegalRule } from "./legal-rule.ts";

const usMe: LegalRule = {
  id: "us-me",
  jurisdiction: "US-ME",
  name: "Maine",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
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
  citation: "10 M.R.S. 1499-B (no hours term)",
  sources: [{ citation: "10 M.R.S. 1499-B (no hours term)", address: null }],
  confidence: "medium",
  notes: [
    "Live: federal hours. Reassigned-numbers database check required before dialling (10 M.R.S. 1499-B(6)(E-1), effective 2024-08-09, secondary).",
  ],
  readOn: "2026-11-21",
};

const usMeAdad: LegalRule = {
  id: "us-me-adad",
  jurisdiction: "US-ME",
  name: "Maine - automated telephone calling device",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "17:00"]], saturday: "banned", sunday: "banned", holiday: "same" },
  holidays: null,
  caps: [{ per: "number", about: "anything", attempts: 1, hours: 8, scope: "one solicitation call by automated device per 8-hour period" }],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "10 M.R.S. 1498(1)(A),(3) via secondary",
  sources: [
    { citation: "10 M.R.S. 1498(1)(A),(3) via secondary", address: null },
    { citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)", address: null },
    {
      citation: "g2 chart: one call per 8 hours",
      address: "https://g2leadstosales.com/2025-state-by-state-calling-restrictions-telemarketing-call-centers.html",
    },
  ],
  confidence: "medium",
  notes: ["Equipment that selects/dials numbers AND plays recorded messages."],
  readOn: "2026-11-21",
};

export const usMeRules: readonly LegalRule[] = [usMe, usMeAdad];
