/**
 * Delaware. No hours of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usDe: LegalRule = {
  id: "us-de",
  jurisdiction: "US-DE",
  name: "Delaware",
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
  citation: "6 Del. C. ch. 25A",
  sources: [{ citation: "6 Del. C. ch. 25A: nothing about hours", address: null }],
  confidence: "medium",
  notes: ["The federal hours hold."],
  readOn: "2026-11-21",
};

export const usDeRules: readonly LegalRule[] = [usDe];
