import type { LegalRule } from "./legal-rule.ts";

const frOptin: LegalRule = {
  id: "fr-optin",
  jurisdiction: "FR",
  name: "France - Code de la consommation L.223-1 (loi 2025-594), D.223-9",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2026-08-11",
  effectiveTo: null,
  hours: {
    weekday: [
      ["10:00", "13:00"],
      ["14:00", "20:00"],
    ],
    saturday: "banned",
    sunday: "banned",
    holiday: "banned",
  },
  holidays: "fr",
  caps: [
    {
      per: "person",
      about: "anything",
      attempts: 4,
      hours: 720,
      scope: "solicitations or attempts by the same business or its agents, 30 calendar days",
    },
  ],
  coolDowns: [
    {
      after: "refusal",
      per: "person",
      about: "anything",
      hours: 1440,
      scope: "after refusal during a conversation: 60 full calendar days",
    },
  ],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: 365, text: "opt_in_specific_max_1_year" },
  callerId: [],
  duties: [],
  retentionYears: 3,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "existing contract, solicitation related to its object" },
    { when: null, lifts: [], text: "newspapers, periodicals, magazines (still bound by hours)" },
  ],
  citation: "D.223-9, L.221-16, L.221-17, L.223-1 as of 2026-04-03",
  sources: [
    {
      citation: "D.223-9, L.221-16, L.221-17, L.223-1 as of 2026-04-03",
      address: "github:legalize-dev/legalize-fr fr/LEGITEXT000006069565.md",
    },
    {
      citation: "CMS on loi 2025-594 art. 13",
      address:
        "https://cms.law/fr/fra/news-information/interdiction-prochaine-du-demarchage-telephonique-sans-consentement-prealable-du-consommateur",
    },
    {
      citation: "New L.223-1 text",
      address: "https://www.aguera-avocats.fr/articles/sans-consentement-prealable-plus-demarchage-telephonique-376.htm",
    },
    {
      citation:
        "Secondary: décret 2026-662 of 23 July 2026 - consent specific, 1 year, no tacit renewal, proof 3 years; hours and 4/30 days kept",
      address: null,
    },
  ],
  confidence: "medium",
  notes: [
    "Opt-in from 11 Aug 2026 (three sources), Bloctel ends. The implementing décret 2026-662 is known from ONE secondary source. Consumer's time zone (overseas départements!). The pre-2026 text let prior consent waive the hours; whether that survives is unverified - enforce. Masked number forbidden; number must be assigned to the business for whom the call is made; some number ranges barred by arrêté. Energy renovation / home adaptation calls banned even with consent save running contract. Fines to 375,000 EUR; contract void.",
  ],
  readOn: "2026-11-21",
};

const fr2023: LegalRule = {
  id: "fr-2023",
  jurisdiction: "FR",
  name: "France - décret 2022-1313 regime (historic)",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2023-03-01",
  effectiveTo: "2026-08-10",
  hours: {
    weekday: [
      ["10:00", "13:00"],
      ["14:00", "20:00"],
    ],
    saturday: "banned",
    sunday: "banned",
    holiday: "banned",
  },
  holidays: "fr",
  caps: [{ per: "person", about: "anything", attempts: 4, hours: 720, scope: "same business" }],
  coolDowns: [{ after: "refusal", per: "person", about: "anything", hours: 1440, scope: "after refusal" }],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "fr-bloctel", mostAgeDays: 30 },
  exemptions: [
    { when: null, lifts: [], text: "express prior consent to other days/hours" },
    { when: null, lifts: [], text: "running contract" },
  ],
  citation: "D.223-9 as of 2026-04-03",
  sources: [
    { citation: "D.223-9 as of 2026-04-03", address: "github:legalize-dev/legalize-fr fr/LEGITEXT000006069565.md" },
    {
      citation: "Décret 2022-1313 text",
      address:
        "https://www.lexbase.fr/index/source/88904522-decret-n-20221313-du-13-octobre-2022-relatif-a-lencadrement-des-jours-horaires-et-frequence-des-appe",
    },
  ],
  confidence: "high",
  notes: ["Bloctel check at least monthly for habitual callers, before each campaign otherwise (L.223-1, R.223-6)."],
  readOn: "2026-11-21",
};

export const frRules: readonly LegalRule[] = [frOptin, fr2023];
