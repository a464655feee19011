/**
 * Indiana. No hours for live calls; announcing devices from 9:00 to 20:00. Two time zones.
 */
import type { LegalRule } from "./legal-rule.ts";

const usIn: LegalRule = {
  id: "us-in",
  jurisdiction: "US-IN",
  name: "Indiana",
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
  duties: ["Ask the state's no-call list every quarter."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Ind. Code 24-4.7-4",
  sources: [{ citation: "Ind. Code 24-4.7-4: nothing about the time of day", address: null }],
  confidence: "medium",
  notes: [
    "Live calls: the federal hours.",
    "The state's quarterly no-call list is said to know no exception for a business relationship (general knowledge, not verified).",
    "Two time zones.",
  ],
  readOn: "2026-11-21",
};

const usInAdad: LegalRule = {
  id: "us-in-adad",
  jurisdiction: "US-IN",
  name: "Indiana: announcing devices",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "Ind. Code 24-5-14-8",
  sources: [{ citation: "Secondary: a public table of state rules with citations, October 2026", address: null }],
  confidence: "medium",
  notes: [
    "The section is quoted by a secondary source only.",
    "Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usInRules: readonly LegalRule[] = [usIn, usInAdad];
