/**
 * Montana. The federal hours in a statute of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMt: LegalRule = {
  id: "us-mt",
  jurisdiction: "US-MT",
  name: "Montana",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "MCA 30-14-1412(1)(d)",
  sources: [{ citation: "MCA 30-14-1412(1)(d)", address: null }],
  confidence: "medium",
  notes: ["The hours protect residences."],
  readOn: "2026-11-21",
};

export const usMtRules: readonly LegalRule[] = [usMt];
