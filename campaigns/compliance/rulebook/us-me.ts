/**
 * Maine. No hours for live calls, but numbers are checked for a new owner first.
 * Announcing devices on weekdays from 9:00 to 17:00, once in 8 hours.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMe: LegalRule = {
  id: "us-me",
  jurisdiction: "US-ME",
  name: "Maine",
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
  duties: ["Ask the reassigned-numbers database before dialing (10 M.R.S. 1499-B(6)(E-1), in force 2024-08-09, secondary source)."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "10 M.R.S. 1499-B",
  sources: [{ citation: "10 M.R.S. 1499-B: nothing about hours", address: null }],
  confidence: "medium",
  notes: ["Live calls: the federal hours."],
  readOn: "2026-11-21",
};

const usMeAdad: LegalRule = {
  id: "us-me-adad",
  jurisdiction: "US-ME",
  name: "Maine: automated calling devices",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "17:00"]], saturday: "banned", sunday: "banned", holiday: "same" },
  holidays: null,
  caps: [{ per: "number", about: "anything", attempts: 1, hours: 8, scope: "One solicitation by an automated device in 8 hours." }],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "10 M.R.S. 1498(1)(A), (3)",
  sources: [
    { citation: "10 M.R.S. 1498(1)(A), (3), through a secondary source", address: null },
    { citation: "Secondary: a public table of state rules with citations, October 2026", address: null },
    {
      citation: "g2, chart of the states: one call in 8 hours",
      address: "https://g2leadstosales.com/2025-state-by-state-calling-restrictions-telemarketing-call-centers.html",
    },
  ],
  confidence: "medium",
  notes: ["Equipment that selects or dials numbers and plays recorded messages. A live call that a machine dialed is not taken for one."],
  readOn: "2026-11-21",
};

export const usMeRules: readonly LegalRule[] = [usMe, usMeAdad];
