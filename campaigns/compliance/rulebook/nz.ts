/** New Zealand. No law with hours was found; the industry has a code of its own, about which sources disagree. */
import type { LegalRule } from "./legal-rule.ts";

const nz: LegalRule = {
  id: "nz",
  jurisdiction: "NZ",
  name: "New Zealand: no statute on sales calls found",
  covers: ["telemarketing"],
  inherits: [],
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
  citation: "No statute found",
  sources: [
    { citation: "Secondary: there is no statute like those of other countries", address: null },
    { citation: "Secondary: the Marketing Association's code, 8-21 from Monday to Saturday", address: null },
  ],
  confidence: "low",
  notes: [
    "No statutory hours were found. That the spam act leaves voice calls alone was not read in it.",
    "Sources disagree about the hours of the industry's code (one has 8-21 from Monday to Saturday). It binds its members and is not applied: a member sets its campaign's window so.",
  ],
  readOn: "2026-11-21",
};

export const nzRules: readonly LegalRule[] = [nz];
