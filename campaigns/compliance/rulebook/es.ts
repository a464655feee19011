/**
 * Spain. Weekdays 9 to 21 and no weekends; holidays of the region count; consent, or a customer within a year; sales
 * calls show a number of a series of their own.
 */
import type { LegalRule } from "./legal-rule.ts";

const es: LegalRule = {
  id: "es",
  jurisdiction: "ES",
  name: "Spain: consumer protection act, telecommunications act and Ley 10/2025",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  datesNote:
    "Consent (article 66.1.b) is in force since 2023-06-29, Ley 10/2025 since 2025-12-28; the hours are older, their date is not established.",
  hours: { weekday: [["09:00", "21:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  // National holidays and those of the region at the called place.
  holidays: "es",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["telemarketing"],
    lifeDays: null,
    text: "Consent beforehand, or a legitimate interest, which the authority grants for the caller's own customers.",
  },
  callerId: ["Sales calls show a number of a numeric code of their own; operators block sales calls from other numbers (Ley 10/2025)."],
  duties: [
    "Say who calls, and that the call is commercial, at its beginning.",
    "Do not dial numbers at random or in sequence without consent.",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "customer",
      withinDays: 365,
      lifts: ["consent"],
      text: "Legitimate interest: an own customer and similar products, with a relationship or contact in the last year. Not for other companies of the group.",
    },
  ],
  citation: "RDL 1/2007 art. 96.2; Ley 11/2022 art. 66.1.b; AEPD Circular 1/2023; Ley 10/2025",
  sources: [
    {
      citation: "Genbeta, quoting article 96.2",
      address: "https://www.genbeta.com/actualidad/llamadas-comerciales-ilegales-a-partir-hora-asi-puedes-actuar-recibes",
    },
    {
      citation: "HuffPost, quoting article 96.2 and 96.3; the operators' code: 10-15 and 16-21",
      address: "http://www.HuffingtonPost.es/sociedad/hora-prohibida-ilegal-recibir-llamada-comercial.html",
    },
    {
      citation: "El Mundo on article 66.1.b and Circular 1/2023",
      address: "https://www.elmundo.es/economia/ahorro-y-consumo/2023/06/29/649d287ce9cf4a8d058b458e.html",
    },
    {
      citation: "elDiario.es on Ley 10/2025 in force",
      address:
        "https://andaluciainforma.eldiario.es/el-boe-refuerza-los-derechos-del-consumidor-para-defenderlo-del-molesto-spam-telefonico",
    },
  ],
  confidence: "high",
  notes: [
    "From when exactly the numeric code must be used was not found; 12 months to adapt are reported.",
    "A contract made on a call without consent is void (Ley 10/2025).",
    "That consent must be renewed every two years stood in a draft of 2025 only and is not applied.",
    "The operators' own code is narrower (10-15 and 16-21); it binds those who signed it and is not applied.",
  ],
  readOn: "2026-11-21",
};

export const esRules: readonly LegalRule[] = [es];
