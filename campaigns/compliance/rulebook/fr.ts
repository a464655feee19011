/**
 * France, its overseas territories included, each on its own clock. What stands out: the lunch gap (13:00 to 14:00), no
 * weekends and holidays, four attempts in 30 days, silence for 60 days after a refusal, and consent first since
 * 2026-08-11, which lives for a year.
 */
import type { LegalRule } from "./legal-rule.ts";

const HOURS: LegalRule["hours"] = {
  weekday: [
    ["10:00", "13:00"],
    ["14:00", "20:00"],
  ],
  saturday: "banned",
  sunday: "banned",
  holiday: "banned",
};

const CAPS: LegalRule["caps"] = [
  {
    per: "person",
    about: "anything",
    attempts: 4,
    hours: 30 * 24,
    scope: "calls and attempts of one business or of others for it, in 30 calendar days",
  },
];

const COOL_DOWNS: LegalRule["coolDowns"] = [
  {
    after: "refusal",
    per: "person",
    about: "anything",
    // 60 full calendar days follow the day of the refusal: with what is left of that day, up to 61 times 24 hours.
    hours: 61 * 24,
    scope: "60 full calendar days after a refusal in a conversation",
  },
];

const CODE = {
  citation: "Code de la consommation, D.223-9, L.221-16, L.221-17, L.223-1, state of 2026-04-03",
  address: "github:legalize-dev/legalize-fr fr/LEGITEXT000006069565.md",
};

const frOptin: LegalRule = {
  id: "fr-optin",
  replaces: "fr-2023",
  jurisdiction: "FR",
  name: "France: consent first (loi 2025-594)",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2026-08-11",
  effectiveTo: null,
  hours: HOURS,
  // The public holidays of the labour code, L.3133-1.
  holidays: "fr",
  caps: CAPS,
  coolDowns: COOL_DOWNS,
  abandonment: null,
  consent: {
    level: "express",
    for: ["telemarketing"],
    lifeDays: 365,
    text: "Consent given beforehand for this very purpose. It lives for at most one year and does not renew itself in silence.",
  },
  callerId: [
    "A hidden number is forbidden.",
    "The number shown must be assigned to the business for which the call is made.",
    "Some ranges of numbers are barred for such calls by ministerial order.",
  ],
  duties: [
    "No calls about energy renovation or about adapting homes, even with consent, except within a running contract.",
    "Keep the proof of consent for 3 years.",
  ],
  retentionYears: 3,
  scrub: null,
  exemptions: [
    { when: "contract", lifts: ["consent"], text: "A running contract, and the call is about its object." },
    { when: "press", lifts: ["consent"], text: "Newspapers, periodicals and magazines; the hours stay." },
  ],
  citation: "Code de la consommation, L.223-1 and D.223-9",
  sources: [
    CODE,
    {
      citation: "CMS on article 13 of loi 2025-594",
      address:
        "https://cms.law/fr/fra/news-information/interdiction-prochaine-du-demarchage-telephonique-sans-consentement-prealable-du-consommateur",
    },
    {
      citation: "Aguera, text of the new L.223-1",
      address: "https://www.aguera-avocats.fr/articles/sans-consentement-prealable-plus-demarchage-telephonique-376.htm",
    },
    {
      citation:
        "Secondary, décret 2026-662 of 2026-07-23: specific consent for one year without tacit renewal, proof for 3 years, hours and 4 in 30 days stay",
      address: null,
    },
  ],
  confidence: "medium",
  notes: [
    "That consent is demanded from 2026-08-11 stands in three sources; the register Bloctel ended with it. The décret 2026-662 is known from one secondary source alone.",
    "The hours are those of the consumer's own clock, overseas too.",
    "Until 2026-08-10 an agreement beforehand lifted the hours. Whether it still does is not verified, so it does not here.",
    "Fines reach 375,000 EUR, and a contract made on such a call is void.",
  ],
  readOn: "2026-11-21",
};

const fr2023: LegalRule = {
  id: "fr-2023",
  jurisdiction: "FR",
  name: "France: days, hours and number of sales calls (décret 2022-1313), until the consent law",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2023-03-01",
  effectiveTo: "2026-08-10",
  hours: HOURS,
  holidays: "fr",
  caps: CAPS,
  coolDowns: COOL_DOWNS,
  abandonment: null,
  consent: null,
  callerId: ["A hidden number is forbidden."],
  duties: ["Ask Bloctel at least every month; whoever calls only now and then asks before each campaign (L.223-1, R.223-6)."],
  retentionYears: null,
  scrub: { register: "fr-bloctel", mostAgeDays: 30 },
  exemptions: [
    { when: "agreed-time", lifts: ["hours", "holidays"], text: "The consumer expressly agreed beforehand to other days or hours." },
    { when: "contract", lifts: ["register"], text: "A running contract, and the call is about its object." },
  ],
  citation: "Code de la consommation, D.223-9 (décret 2022-1313)",
  sources: [
    CODE,
    {
      citation: "Text of décret 2022-1313",
      address:
        "https://www.lexbase.fr/index/source/88904522-decret-n-20221313-du-13-octobre-2022-relatif-a-lencadrement-des-jours-horaires-et-frequence-des-appe",
    },
  ],
  confidence: "high",
  notes: ["What a running contract lifted is taken to be the register and nothing else."],
  readOn: "2026-11-21",
};

export const frRules: readonly LegalRule[] = [frOptin, fr2023];
