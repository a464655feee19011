/**
 * Tennessee. The federal hours in a statute of its own; a register of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usTn: LegalRule = {
  id: "us-tn",
  jurisdiction: "US-TN",
  name: "Tennessee",
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
  duties: ["Register as a solicitor, $500 a year.", "Ask the state's do-not-call register."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "T.C.A. 65-4-402",
  sources: [{ citation: "T.C.A. 65-4-402", address: null }],
  confidence: "medium",
  notes: [
    "The hours protect residences.",
    "How old an answer of the state's register may be was not recorded; once it is loaded, whoever is on it is not called.",
  ],
  readOn: "2026-11-21",
};

export const usTnRules: readonly LegalRule[] = [usTn];
