/**
 * West Virginia. The federal hours in a statute of its own.
 */
import type { LegalRule } from "./legal-rule.ts";

const usWv: LegalRule = {
  id: "us-wv",
  jurisdiction: "US-WV",
  name: "West Virginia",
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
  citation: "W. Va. Code 46A-6F-601(a)(4)",
  sources: [{ citation: "W. Va. Code 46A-6F-601(a)(4)", address: null }],
  confidence: "medium",
  notes: [
    "The hours protect residences.",
    "Bills of 2024 to 2026 would bring 8 to 20 and 3 calls in 24 hours; whether one was enacted could not be verified.",
  ],
  readOn: "2026-11-21",
};

const usWvDebt: LegalRule = {
  id: "us-wv-debt",
  jurisdiction: "US-WV",
  name: "West Virginia: debt collection",
  covers: ["debt"],
  inherits: ["us-regf"],
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
  citation: "W. Va. Code 46A-2-125 (not read)",
  sources: [{ citation: "W. Va. Code 46A-2-125, from general knowledge; no source was read", address: null }],
  confidence: "low",
  notes: [
    "Not verified: believed to set 30 calls and 10 conversations a week. Nothing beyond Regulation F is applied until it is checked.",
  ],
  readOn: "2026-11-21",
};

export const usWvRules: readonly LegalRule[] = [usWv, usWvDebt];
