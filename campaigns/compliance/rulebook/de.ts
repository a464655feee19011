import type { LegalRule } from "./legal-rule.ts";

const de: LegalRule = {
  id: "de",
  jurisdiction: "DE",
  name: "Germany - UWG section 7(2), 7a",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2021-10-01",
  effectiveTo: null,
  datesNote: "7a: 2021-10-01 (date not in text read)",
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "opt_in_express_documented" },
  callerId: [],
  duties: [],
  retentionYears: 5,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "businesses: presumed consent suffices for a live call" }],
  citation: "UWG 7, 7a",
  sources: [{ citation: "UWG 7, 7a", address: "github:bundestag/gesetze u/uwg_2004/index.md (2022 state)" }],
  confidence: "high",
  notes: [
    "Consumer live calls need prior express consent; automated calling machine needs prior express consent for anyone. Keep proof 5 years from grant AND after EACH use (clock restarts). No statutory hours. Snapshot is March 2022; CLI rule in TKG not read.",
  ],
  readOn: "2026-11-21",
};

export const deRules: readonly LegalRule[] = [de];
