/**
 * Romania, little of which is verified. Two sources disagree about the hours of debt collectors, and the narrower of
 * them is applied; of sales calls only the consent to machines is known, from no text at all.
 */
import type { LegalRule } from "./legal-rule.ts";

const roDebt: LegalRule = {
  id: "ro-debt",
  jurisdiction: "RO",
  name: "Romania: recovery of debts",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  holidays: "ro",
  caps: [
    {
      per: "person",
      about: "anything",
      attempts: 2,
      hours: 7 * 24,
      scope: "twice a week, a figure of the industry's code of conduct and not of the statute",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Statute not read; code of conduct of debt collectors",
  sources: [
    {
      citation: "Interview with a lawyer, March 2026: 9-20, no weekends",
      address:
        "https://www.capital.ro/exclusiv-ce-au-voie-si-ce-le-interzice-legea-recuperatorilor-de-creante-drepturile-debitorilor-explicatiile-avocatului.html",
    },
    {
      citation: "Pro TV on the code of conduct: 8-21, Saturday 9-14, twice a week",
      address:
        "https://stirileprotv.ro/stiri/financiar/fara-telefoane-in-miezul-noptii-si-amenintari-la-telefon-noile-reguli-pentru-recuperatorii-de-creante.html",
    },
  ],
  confidence: "low",
  notes: [
    "The sources contradict each other (9-20 without weekends; 8-21 with Saturday 9-14), and the statute was not read. The narrower hours are applied.",
  ],
  readOn: "2026-11-21",
};

const ro: LegalRule = {
  id: "ro",
  jurisdiction: "RO",
  name: "Romania: sales calls (Law 506/2004)",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "Automated calls are believed to need consent beforehand.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Law 506/2004, art. 12",
  sources: [],
  confidence: "low",
  notes: ["Nothing of this is verified: no text could be had. No hours were found."],
  readOn: "2026-11-21",
};

export const roRules: readonly LegalRule[] = [roDebt, ro];
