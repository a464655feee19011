/**
 * Vermont. No law on hours was found; calling without registration is a crime.
 */
import type { LegalRule } from "./legal-rule.ts";

const usVt: LegalRule = {
  id: "us-vt",
  jurisdiction: "US-VT",
  name: "Vermont",
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
  duties: ["Register: each call without it is a crime (18 months, $10,000)."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "9 V.S.A. 2464a-2464c",
  sources: [{ citation: "9 V.S.A. 2464a to 2464c: no hours found", address: null }],
  confidence: "low",
  notes: ["A finding by absence only. The federal hours hold."],
  readOn: "2026-11-21",
};

export const usVtRules: readonly LegalRule[] = [usVt];
