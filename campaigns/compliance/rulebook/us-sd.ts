/**
 * South Dakota. From 9:00, and never on Sundays as far as is known; recordings not on Saturdays either.
 */
import type { LegalRule } from "./legal-rule.ts";

const usSd: LegalRule = {
  id: "us-sd",
  jurisdiction: "US-SD",
  name: "South Dakota",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "banned", holiday: "same" },
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
  citation: "SDCL 37-30A-3(2)",
  sources: [
    { citation: "Secondary: a public table of state rules with citations, October 2026", address: null },
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
  ],
  confidence: "low",
  notes: [
    "SDCL 37-30A-3(2) protects residences.",
    "The ban on Sundays comes from one secondary table; the text was not seen. It is applied.",
  ],
  readOn: "2026-11-21",
};

/** A section of its own, stricter than the one on live calls. */
const usSdAdad: LegalRule = {
  id: "us-sd-adad",
  jurisdiction: "US-SD",
  name: "South Dakota: automated dialing of recordings",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "banned", sunday: "banned", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Release the line within 20 seconds after the person hangs up."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "SDCL 37-30-28",
  sources: [{ citation: "SDCL 37-30-28", address: "https://lexace.ai/us/statute/south-dakota/37-30-28" }],
  confidence: "medium",
  notes: [
    "Automated calls on weekdays only, on the state's time.",
    "How the chapter defines an automated dialing system was not read. Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usSdRules: readonly LegalRule[] = [usSd, usSdAdad];
