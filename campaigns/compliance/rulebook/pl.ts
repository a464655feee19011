import type { LegalRule } from "./legal-rule.ts";

const pl: LegalRule = {
  id: "pl",
  jurisdiction: "PL",
  name: "Poland - Prawo komunikacji elektronicznej art. 398",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2024-11-10",
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "opt_in" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "KIRP: art. 398",
  sources: [
    {
      citation: "KIRP: art. 398",
      address: "https://radcaprawny.kirp.pl/archiwum/praktyka/zakaz-cold-callingu-w-prawie-komunikacji-elektronicznej",
    },
    {
      citation: "Chałas on art. 398",
      address:
        "https://blog.chwp.pl/index.php/2025/01/17/nowe-pke-wprowadza-zmiany-w-obszarze-marketingu-szczegolnie-w-odniesieniu-do-dzialan-takich-jak-cold-calling-i-cold-mailing/",
    },
  ],
  confidence: "high",
  notes: ["Prior consent for live and automated marketing to any subscriber or end user, incl. businesses. No statutory hours found."],
  readOn: "2026-11-21",
};

export const plRules: readonly LegalRule[] = [pl];
