/**
 * Italy. The hours are those of a code of conduct, applied to everybody; the day before a holiday is short like a
 * Saturday; the opposition register is asked every 15 days.
 */
import type { LegalRule } from "./legal-rule.ts";

const LA_NAZIONE = {
  citation: "La Nazione, October 2024: the code is in force, its hours",
  address:
    "https://www.lanazione.it/firenze/cronaca/telefonate-pubblicitarie-nuove-regole-per-difendersi-limiti-e-multe-agli-operatori-6617a6fa",
};

const it: LegalRule = {
  id: "it",
  jurisdiction: "IT",
  name: "Italy: register of oppositions and the code of conduct for telemarketing",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: [["10:00", "19:00"]], sunday: "banned", holiday: "banned" },
  holidays: "it",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: ["Call only from numbers that are identifiable and can be called back."],
  duties: [],
  retentionYears: null,
  scrub: { register: "it-rpo", mostAgeDays: 15 },
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "Specific consent given after entering the register, or a running contract, is said to lift the register. Not verified, so it lifts nothing here.",
    },
  ],
  citation: "Registro Pubblico delle Opposizioni; code of conduct approved by the Garante",
  sources: [
    LA_NAZIONE,
    {
      citation: "Self-regulation of 2012, a pause of 30 days",
      address: "https://marketingando.com/2012/05/31/telemarketing-altre-regole-per-non-violare-la-privacy/",
    },
  ],
  confidence: "medium",
  notes: [
    "No statutory hours were found: these bind whoever signed the code and are applied to everybody.",
    "That an answer of the register is valid for 15 days is general knowledge; the text was not seen.",
    "Numbers of three digits for sales calls are under consultation at AGCOM.",
  ],
  readOn: "2026-11-21",
};

/** Apart from it, because a rule has hours for the days of one calendar, and the eves are another. */
const itEves: LegalRule = {
  id: "it-eves",
  jurisdiction: "IT",
  name: "Italy: the day before a holiday, in the code of conduct for telemarketing",
  covers: ["telemarketing"],
  inherits: ["it"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: [["10:00", "19:00"]] },
  holidays: "it-eve",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Code of conduct approved by the Garante",
  sources: [LA_NAZIONE],
  confidence: "medium",
  notes: ["The day before a holiday has the hours of a Saturday; what is closed anyway stays closed."],
  readOn: "2026-11-21",
};

export const itRules: readonly LegalRule[] = [it, itEves];
