/**
 * Louisiana. Until 20:00, never on Sundays and holidays, never to a mobile without consent, and not at all in an emergency.
 */
import type { LegalRule } from "./legal-rule.ts";

const usLa: LegalRule = {
  id: "us-la",
  jurisdiction: "US-LA",
  name: "Louisiana",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "banned", holiday: "banned" },
  holidays: "us-la",
  caps: [],
  coolDowns: [],
  abandonment: null,
  numberTypeBan: {
    type: "mobile",
    unless: ["consent", "written-consent"],
    text: "Mobiles only with prior express consent (General Order V(A)(12)(b), secondary source).",
  },
  consent: null,
  callerId: [],
  duties: ["Look at the Commission's emergency page, and stop the state by hand."],
  retentionYears: null,
  scrub: null,
  emergencyBan:
    "No call in the whole state while the Governor's emergency makes the Public Service Commission report to the Emergency Operations Center; see lpsc.louisiana.gov/DNC_Emergency.",
  exemptions: [],
  citation: "LPSC General Order R-29617; La. R.S. 45:844.31",
  sources: [
    {
      citation: "Do-not-call emergency page of the LPSC (General Order R-29617, La. R.S. 45:844.31)",
      address: "https://lpsc.louisiana.gov/DNC_Emergency",
    },
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
    { citation: "Secondary: a public table of state rules with citations, October 2026", address: null },
    {
      citation: "Venable: the stop of 2021 reached customers, consented calls and collection too",
      address:
        "https://www.allaboutadvertisinglaw.com/2021/09/louisiana-psc-downgrades-state-of-emergency-allowing-for-calls-to-begin-again.html",
    },
  ],
  confidence: "medium",
  notes: [
    "What the General Order says on hours, Sundays and holidays was seen in secondary quotations only.",
    "The holidays are the Commission's own list (Mardi Gras, Good Friday and All Saints among them, as a secondary source has it), not that of La. R.S. 1:55.",
    "The stop of 2021 reached calls to customers, calls with consent and collection calls: nothing lifts it.",
  ],
  readOn: "2026-11-21",
};

export const usLaRules: readonly LegalRule[] = [usLa];
