/**
 * Georgia. No hours for live calls; announcing devices from 8:00 to 21:00 with a permit.
 */
import type { LegalRule } from "./legal-rule.ts";

const usGa: LegalRule = {
  id: "us-ga",
  jurisdiction: "US-GA",
  name: "Georgia",
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
  citation: "O.C.G.A. 46-5-27",
  sources: [{ citation: "O.C.G.A. 46-5-27: nothing about hours", address: null }],
  confidence: "medium",
  notes: [
    "No hours for live calls. Vendors' charts that show 8 to 21 mean the rule for announcing devices.",
    "Since SB 73 (2024-07-01) a called person may sue.",
  ],
  readOn: "2026-11-21",
};

const usGaAdad: LegalRule = {
  id: "us-ga-adad",
  jurisdiction: "US-GA",
  name: "Georgia: announcing devices",
  covers: ["prerecorded-telemarketing"],
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
  duties: ["Have a permit of the Public Service Commission."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "O.C.G.A. 46-5-23",
  sources: [{ citation: "O.C.G.A. 46-5-23", address: null }],
  confidence: "medium",
  notes: [
    "Announcing devices from 8:00 to 21:00.",
    "Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usGaRules: readonly LegalRule[] = [usGa, usGaAdad];
