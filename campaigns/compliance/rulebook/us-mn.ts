/**
 * Minnesota. From 9:00.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMn: LegalRule = {
  id: "us-mn",
  jurisdiction: "US-MN",
  name: "Minnesota",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "Minn. Stat. 325E.30, 325E.26",
  sources: [{ citation: "Minn. Stat. 325E.30, 325E.26", address: null }],
  confidence: "medium",
  notes: ["Commercial telephone solicitation to residential subscribers."],
  readOn: "2026-11-21",
};

export const usMnRules: readonly LegalRule[] = [usMn];
