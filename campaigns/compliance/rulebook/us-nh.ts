/**
 * New Hampshire. No hours of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNh: LegalRule = {
  id: "us-nh",
  jurisdiction: "US-NH",
  name: "New Hampshire",
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
  citation: "RSA 359-E",
  sources: [{ citation: "RSA 359-E: nothing about the time of day", address: null }],
  confidence: "medium",
  notes: ["The federal hours hold."],
  readOn: "2026-11-21",
};

export const usNhRules: readonly LegalRule[] = [usNh];
