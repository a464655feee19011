/**
 * Rhode Island. The shortest day of all states: 9:00 to 18:00, Saturdays 10:00 to 17:00, no Sundays, no holidays of state or nation.
 */
import type { LegalRule } from "./legal-rule.ts";

const usRi: LegalRule = {
  id: "us-ri",
  jurisdiction: "US-RI",
  name: "Rhode Island",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "18:00"]], saturday: [["10:00", "17:00"]], sunday: "banned", holiday: "banned" },
  holidays: "us-ri",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "An announcing device needs consent or a live operator who introduces it. Whether one does is not known here, so consent is demanded.",
  },
  callerId: [],
  duties: ["Announcing devices: release the line within 5 seconds after the person hangs up."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "R.I. Gen. Laws 5-61-3.6",
  sources: [
    { citation: "R.I. Gen. Laws 5-61-3.6", address: "http://webserver.rilin.state.ri.us/Statutes/TITLE5/5-61/5-61-3.6.HTM" },
    { citation: "R.I. Gen. Laws 5-61-2(2)", address: "https://instalawyer.io/laws/rhode-island-general-laws/section-5-61-2-definitions" },
  ],
  confidence: "high",
  notes: [
    "State and federal holidays both, Victory Day among them.",
    "The text leaves holidays out of Monday to Friday and does not say so for a Saturday: a holiday on a Saturday is barred too.",
    "Who is a telephonic seller depends on what is represented to the called person (5-61-2(2)); every seller is taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usRiRules: readonly LegalRule[] = [usRi];
