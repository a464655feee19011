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
  citation: "Neb. Rev. Stat. 86-212..235, 86-248 (live calls: no time-of-day term)",
  sources: [{ citation: "Neb. Rev. Stat. 86-212..235, 86-248 (live calls: no time-of-day term)", address: null }],
  confidence: "medium",
  notes: ["Federal hours apply to live calls."],
  readOn: "2026-11-21",
};

const usNeAdad: LegalRule = {
  id: "us-ne-adad",
  jurisdiction: "US-NE",
  name: "Nebraska - automatic dialing-announcing device",
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
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Neb. Rev. Stat. 86-248(1) via secondary",
  sources: [
    { citation: "Neb. Rev. Stat. 86-248(1) via secondary", address: null },
    {
      citation: "Secondary: vendor state chart with statute notes, reviewed July 2025",
      address: "https://leadmanagerhelp.clickpointsoftware.com/en/articles/5753977-state-calling-hours",
    },
  ],
  confidence: "medium",
  notes: [
    "Sunday/holiday 1-9 p.m. for prerecorded: Neb. Admin. Code 291 ch. 11 s. 3, per vendor chart only. Live calls: no state hours. PSC permit.",
  ],
  readOn: "2026-11-21",
};

export const usNeRules: readonly LegalRule[] = [usNe, usNeAdad];
