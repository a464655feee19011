/**
 * Colorado. No hours of its own; a no-call list of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usCo: LegalRule = {
  id: "us-co",
  jurisdiction: "US-CO",
  name: "Colorado",
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
  duties: ["Register with the state.", "Ask the state's no-call list."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "C.R.S. 6-1-304, 6-1-904",
  sources: [{ citation: "C.R.S. 6-1-304, 6-1-904: nothing about the time of day", address: null }],
  confidence: "medium",
  notes: [
    "The federal hours hold.",
    "How old an answer of the state's list may be was not recorded; once the list is loaded, whoever is on it is not called.",
  ],
  readOn: "2026-11-21",
};

export const usCoRules: readonly LegalRule[] = [usCo];
