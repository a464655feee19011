/**
 * Kansas. No hours of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usKs: LegalRule = {
  id: "us-ks",
  jurisdiction: "US-KS",
  name: "Kansas",
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
  citation: "K.S.A. 50-670",
  sources: [{ citation: "K.S.A. 50-670(a)-(h): nothing about the time of day", address: null }],
  confidence: "medium",
  notes: ["The federal hours hold."],
  readOn: "2026-11-21",
};

export const usKsRules: readonly LegalRule[] = [usKs];
