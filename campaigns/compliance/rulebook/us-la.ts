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
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  emergencyBan: "statewide while LPSC reports to EOC; check lpsc.louisiana.gov/DNC_Emergency",
  exemptions: [],
  citation: "LPSC Do Not Call emergency page (General Order R-29617, La. R.S. 45:844.31)",
  sources: [
    {
      citation: "LPSC Do Not Call emergency page (General Order R-29617, La. R.S. 45:844.31)",
      address: "https://lpsc.louisiana.gov/DNC_Emergency",
    },
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
    { citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)", address: null },
    {
      citation: "Venable: 2021 emergency stop reached EBR, consent and collection calls",
      address:
        "https://www.allaboutadvertisinglaw.com/2021/09/louisiana-psc-downgrades-state-of-emergency-allowing-for-calls-to-begin-again.html",
    },
  ],
  confidence: "medium",
  notes: [
    "Hours/Sunday/holiday text of the General Order seen only through secondary quotations. TOTAL BAN while the Governor's emergency makes LPSC report to the EOC - need a manual kill-switch per state. Holiday list is the LPSC's own (incl. Mardi Gras, Good Friday, All Saints per secondary), not La. R.S. 1:55. Cell numbers need prior express consent (V(A)(12)(b), secondary).",
  ],
  readOn: "2026-11-21",
};

export const usLaRules: readonly LegalRule[] = [usLa];
