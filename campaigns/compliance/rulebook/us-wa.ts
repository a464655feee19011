/**
 * Washington. Until 20:00, and a year of silence on every number of somebody who asked for it.
 */
import type { LegalRule } from "./legal-rule.ts";

const usWa: LegalRule = {
  id: "us-wa",
  jurisdiction: "US-WA",
  name: "Washington",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2022-06-09",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "do-not-call-request",
      per: "person",
      about: "anything",
      hours: 8760,
      scope: "No call for at least a year to any number of somebody who asked not to be called.",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Say who you are, for which company and what for within 30 seconds.", "End the call within 10 seconds when asked."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "RCW 80.36.390 leaves out replies to a request, purchases within 12 months, members, polls and businesses. RCW 19.158.110(4) has the same hours and does not leave businesses out, so nothing is lifted.",
    },
  ],
  citation: "RCW 80.36.390, 19.158.110",
  sources: [
    { citation: "RCW 80.36.390", address: "https://instalawyer.io/laws/revised-code-of-washington/8036390-telephone-solicitation" },
    {
      citation: "Davis Wright Tremaine on HB 1497",
      address: "https://www.dwt.com/blogs/family-business-resource-center/2022/08/washington-tcpa-telemarketing-restrictions-law",
    },
    { citation: "Secondary: a public register of the regulation in force in 2026, naming the official pages", address: null },
  ],
  confidence: "high",
  notes: ["A request to stop covers any number of that person for a year at least; here a do-not-call entry lasts longer."],
  readOn: "2026-11-21",
};

const usWaDebt: LegalRule = {
  id: "us-wa-debt",
  jurisdiction: "US-WA",
  name: "Washington: collection agencies",
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
  citation: "RCW 19.16.250 (not read)",
  sources: [{ citation: "RCW 19.16.250, from general knowledge; no source was read", address: null }],
  confidence: "low",
  notes: [
    "Not verified: believed to presume harassment from 3 calls a week and to set 7:30 to 21:00. Nothing beyond Regulation F is applied until it is checked.",
  ],
  readOn: "2026-11-21",
};

export const usWaRules: readonly LegalRule[] = [usWa, usWaDebt];
