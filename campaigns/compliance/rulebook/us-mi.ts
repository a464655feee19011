/**
 * Michigan. From 9:00.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMi: LegalRule = {
  id: "us-mi",
  jurisdiction: "US-MI",
  name: "Michigan",
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
  citation: "MCL 750.540e(1)(f)",
  sources: [{ citation: "MCL 750.540e(1)(f)", address: null }],
  confidence: "medium",
  notes: [
    "No unsolicited commercial call is to be received from 21:00 to 9:00.",
    "The statute is a criminal one on harassment and asks for malice, so its reach can be contested; the hours are applied.",
  ],
  readOn: "2026-11-21",
};

export const usMiRules: readonly LegalRule[] = [usMi];
