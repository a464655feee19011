/**
 * Idaho. No hours of its own; two time zones.
 */
import type { LegalRule } from "./legal-rule.ts";

const usId: LegalRule = {
  id: "us-id",
  jurisdiction: "US-ID",
  name: "Idaho",
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
  duties: ["Register 10 days before calling."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Idaho Code 48-1001 to 48-1010",
  sources: [{ citation: "Idaho Code 48-1001 to 48-1010: nothing about the time of day", address: null }],
  confidence: "medium",
  notes: ["The federal hours hold.", "Two time zones."],
  readOn: "2026-11-21",
};

export const usIdRules: readonly LegalRule[] = [usId];
