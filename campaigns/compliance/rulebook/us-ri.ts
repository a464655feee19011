import type { LegalRule } from "./legal-rule.ts";

const usRi: LegalRule = {
  id: "us-ri",
  jurisdiction: "US-RI",
  name: "Rhode Island",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "18:00"]], saturday: [["10:00", "17:00"]], sunday: "banned", holiday: "banned" },
  holidays: "us-ri",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
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
    "State AND federal holidays (incl. Victory Day). Text excludes holidays for Mon-Fri; a holiday Saturday is not expressly excluded - block it too. ADAD needs consent or live operator; release line within 5 s. 'Telephonic seller' definition is representation-based.",
  ],
  readOn: "2026-11-21",
};

export const usRiRules: readonly LegalRule[] = [usRi];
