/**
 * Alaska. No hours of its own; a seller registers 30 days before each campaign.
 */
import type { LegalRule } from "./legal-rule.ts";

const usAk: LegalRule = {
  id: "us-ak",
  jurisdiction: "US-AK",
  name: "Alaska",
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
  duties: ["Register 30 days before each campaign."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "AS 45.63, 45.50.475",
  sources: [{ citation: "AS 45.63, 45.50.475: nothing about the time of day", address: null }],
  confidence: "medium",
  notes: ["The state sets no hours; the federal ones hold."],
  readOn: "2026-11-21",
};

export const usAkRules: readonly LegalRule[] = [usAk];
