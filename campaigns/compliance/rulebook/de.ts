/**
 * Germany. No hours, but consumers only with consent, and proof of it that is kept for five years from the last time it
 * was used; a calling machine needs express consent from anybody.
 */
import type { LegalRule } from "./legal-rule.ts";

const NO_HOURS: LegalRule["hours"] = { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" };

const UWG = { citation: "UWG sections 7 and 7a, state of March 2022", address: "github:bundestag/gesetze u/uwg_2004/index.md" };

const PROOF =
  "Keep the proof of consent for 5 years from when it was given and for 5 years from each use: every call starts the time again.";

const de: LegalRule = {
  id: "de",
  jurisdiction: "DE",
  name: "Germany: UWG, live sales calls",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  datesNote: "The duty to keep proof (section 7a) is in force since 2021-10-01; the date was not in the text that was read.",
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["telemarketing"],
    lifeDays: null,
    text: "A consumer must have given express consent beforehand, and it must be documented.",
  },
  callerId: [],
  duties: [PROOF],
  retentionYears: 5,
  scrub: null,
  exemptions: [{ when: "business", lifts: ["consent"], text: "For a live call to a business, consent that may be presumed is enough." }],
  citation: "UWG section 7(2), 7a",
  sources: [UWG],
  confidence: "high",
  notes: [
    "No statutory hours. The consent itself has no life in the statute; only its proof has.",
    "The rule about the number shown (telecommunications act) was not read.",
  ],
  readOn: "2026-11-21",
};

/** Apart from de, because consent that is presumed of a business is no consent to a machine. */
const deAutomated: LegalRule = {
  id: "de-automated",
  jurisdiction: "DE",
  name: "Germany: UWG, calling machines",
  covers: ["prerecorded-telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "A calling machine needs express consent beforehand from whoever is called, businesses too.",
  },
  callerId: [],
  duties: [PROOF],
  retentionYears: 5,
  scrub: null,
  exemptions: [],
  citation: "UWG section 7(2), 7a",
  sources: [UWG],
  confidence: "high",
  notes: [],
  readOn: "2026-11-21",
};

export const deRules: readonly LegalRule[] = [de, deAutomated];
