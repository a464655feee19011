/**
 * Missouri. The federal hours in a statute of its own; a no-call list of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMo: LegalRule = {
  id: "us-mo",
  jurisdiction: "US-MO",
  name: "Missouri",
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
  duties: ["Ask the state's no-call list."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "RSMo 407.1076(5)",
  sources: [{ citation: "RSMo 407.1076(5)", address: null }],
  confidence: "medium",
  notes: [
    "The hours protect residences.",
    "How old an answer of the state's list may be was not recorded; once the list is loaded, whoever is on it is not called.",
  ],
  readOn: "2026-11-21",
};

export const usMoRules: readonly LegalRule[] = [usMo];
