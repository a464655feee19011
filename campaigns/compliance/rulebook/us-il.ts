/**
 * Illinois. The federal hours in a statute of its own, businesses included; recordings only from 9:00.
 */
import type { LegalRule } from "./legal-rule.ts";

const usIl: LegalRule = {
  id: "us-il",
  jurisdiction: "US-IL",
  name: "Illinois",
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
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "815 ILCS 413/15(a)",
  sources: [{ citation: "815 ILCS 413/15(a)", address: null }],
  confidence: "medium",
  notes: [
    "No solicitation from 21:00 to 8:00. It is not limited to residences, so businesses are protected too.",
    "Vendors' charts show 9:00 for recordings (815 ILCS 305): us-il-adad.",
  ],
  readOn: "2026-11-21",
};

/** Charts and the statute on live calls disagree about recordings: this is the stricter side. */
const usIlAdad: LegalRule = {
  id: "us-il-adad",
  jurisdiction: "US-IL",
  name: "Illinois: autodialed recordings",
  covers: ["prerecorded-telemarketing"],
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
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "815 ILCS 305/20 leaves out calls on request, to people with a business relationship, and for politics, charity, polls and surveys. What of it survives the rest of the act was not settled, so nothing is lifted.",
    },
  ],
  citation: "815 ILCS 305/15",
  sources: [
    { citation: "815 ILCS 305/5, definitions", address: "https://self-law.org/code/il/chapter-815/act-305/5" },
    { citation: "815 ILCS 305/20, exemptions", address: "https://self-law.org/code/il/chapter-815/act-305/20" },
    {
      citation: "Secondary: a vendor's chart of the states with notes on the statutes, reviewed July 2025",
      address: "https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours",
    },
  ],
  confidence: "low",
  notes: [
    "The hour comes from vendors' charts; section 15 itself was not read to the end. The stricter reading is applied.",
    "An autodialer, in this act, is one that connects to a recorded message which sells.",
  ],
  readOn: "2026-11-21",
};

export const usIlRules: readonly LegalRule[] = [usIl, usIlAdad];
