/** Poland. Consent first from everybody, businesses too, for live calls and machines alike. */
import type { LegalRule } from "./legal-rule.ts";

const pl: LegalRule = {
  id: "pl",
  jurisdiction: "PL",
  name: "Poland: electronic communications law",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: [],
  effectiveFrom: "2024-11-10",
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["telemarketing", "prerecorded-telemarketing"],
    lifeDays: null,
    text: "Consent beforehand of any subscriber or end user, businesses included, to live and to automated marketing.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Prawo komunikacji elektronicznej, art. 398",
  sources: [
    {
      citation: "KIRP on article 398",
      address: "https://radcaprawny.kirp.pl/archiwum/praktyka/zakaz-cold-callingu-w-prawie-komunikacji-elektronicznej",
    },
    {
      citation: "Chałas on article 398",
      address:
        "https://blog.chwp.pl/index.php/2025/01/17/nowe-pke-wprowadza-zmiany-w-obszarze-marketingu-szczegolnie-w-odniesieniu-do-dzialan-takich-jak-cold-calling-i-cold-mailing/",
    },
  ],
  confidence: "high",
  notes: ["No statutory hours were found."],
  readOn: "2026-11-21",
};

export const plRules: readonly LegalRule[] = [pl];
