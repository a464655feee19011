import type { LegalRule } from "./legal-rule.ts";

const it: LegalRule = {
  id: "it",
  jurisdiction: "IT",
  name: "Italy - Registro Pubblico delle Opposizioni; Garante code of conduct",
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
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "it-rpo", mostAgeDays: 15 },
  exemptions: [{ when: null, lifts: [], text: "specific consent after RPO registration / current contract (not verified)" }],
  citation: "La Nazione 2024-10: code in force, hours",
  sources: [
    {
      citation: "La Nazione 2024-10: code in force, hours",
      address:
        "https://www.lanazione.it/firenze/cronaca/telefonate-pubblicitarie-nuove-regole-per-difendersi-limiti-e-multe-agli-operatori-6617a6fa",
    },
    {
      citation: "2012 self-regulation code: 30-day pause",
      address: "https://marketingando.com/2012/05/31/telemarketing-altre-regole-per-non-violare-la-privacy/",
    },
  ],
  confidence: "medium",
  notes: [
    "Hours bind only ADHERENTS to the code (days before holidays use Saturday hours): no statutory hours found. RPO consultation validity 15 days is general knowledge, not seen. Calls only from identifiable, call-back-able numbers; AGCOM three-digit teleselling numbers under consultation.",
  ],
  readOn: "2026-11-21",
};

export const itRules: readonly LegalRule[] = [it];
