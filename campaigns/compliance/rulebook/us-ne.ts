/**
 * Nebraska. No hours for live calls; recordings on Sundays and holidays only from 13:00.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNe: LegalRule = {
  id: "us-ne",
  jurisdiction: "US-NE",
  name: "Nebraska",
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
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Neb. Rev. Stat. 86-212 to 86-235, 86-248",
  sources: [{ citation: "Neb. Rev. Stat. 86-212 to 86-235, 86-248: nothing about the time of day of live calls", address: null }],
  confidence: "medium",
  notes: ["Live calls: the federal hours."],
  readOn: "2026-11-21",
};

const usNeAdad: LegalRule = {
  id: "us-ne-adad",
  jurisdiction: "US-NE",
  name: "Nebraska: announcing devices",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: [["13:00", "21:00"]], holiday: [["13:00", "21:00"]] },
  holidays: "us-ne",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Have a permit of the Public Service Commission."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Neb. Rev. Stat. 86-248(1); 291 Neb. Admin. Code ch. 11 s. 3",
  sources: [
    { citation: "Neb. Rev. Stat. 86-248(1), through a secondary source", address: null },
    {
      citation: "Secondary: a vendor's chart of the states with notes on the statutes, reviewed July 2025",
      address: "https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours",
    },
  ],
  confidence: "medium",
  notes: [
    "The hours of Sundays and holidays come from 291 Neb. Admin. Code ch. 11 s. 3, through the vendor's chart only.",
    "Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usNeRules: readonly LegalRule[] = [usNe, usNeAdad];
