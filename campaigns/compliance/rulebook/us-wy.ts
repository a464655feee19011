/**
 * Wyoming. Until 20:00.
 */
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
  citation: "Wyo. Stat. 40-12-302(d)",
  sources: [
    { citation: "Wyo. Stat. 40-12-302(d), quoted by a secondary source", address: null },
    { citation: "Secondary: a public table of state rules with citations, October 2026", address: null },
  ],
  confidence: "medium",
  notes: ["The clock is the consumer's."],
  readOn: "2026-11-21",
};

export const usWyRules: readonly LegalRule[] = [usWy];
