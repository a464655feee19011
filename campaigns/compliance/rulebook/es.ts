import type { LegalRule } from "./legal-rule.ts";

const es: LegalRule = {
  id: "es",
  jurisdiction: "ES",
  name: "Spain - RDL 1/2007 art. 96.2; Ley 11/2022 art. 66.1.b; AEPD Circular 1/2023; Ley 10/2025",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2023-06-29",
  effectiveTo: null,
  datesNote: "66.1.b: 2023-06-29; Ley 10/2025: 2025-12-28",
  hours: { weekday: [["09:00", "21:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  holidays: "es",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "opt_in_or_legitimate_interest" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "legitimate interest: own customer, similar products, relationship or interaction within 1 year, not group companies",
    },
  ],
  citation: "Art. 96.2 quoted",
  sources: [
    {
      citation: "Art. 96.2 quoted",
      address: "https://www.genbeta.com/actualidad/llamadas-comerciales-ilegales-a-partir-hora-asi-puedes-actuar-recibes",
    },
    {
      citation: "Art. 96.2-3 quoted; operators' code 10-15, 16-21",
      address: "http://www.HuffingtonPost.es/sociedad/hora-prohibida-ilegal-recibir-llamada-comercial.html",
    },
    {
      citation: "Art. 66.1.b and Circular 1/2023",
      address: "https://www.elmundo.es/economia/ahorro-y-consumo/2023/06/29/649d287ce9cf4a8d058b458e.html",
    },
    {
      citation: "Ley 10/2025 in force",
      address:
        "https://andaluciainforma.eldiario.es/el-boe-refuerza-los-derechos-del-consumidor-para-defenderlo-del-molesto-spam-telefonico",
    },
  ],
  confidence: "high",
  notes: [
    "No random/sequential numbers without consent. Ley 10/2025: commercial calls need a dedicated numeric code, operators block others, contracts from unconsented calls void; detailed numbering date not found (12-month adaptation reported). Two-year consent renewal appeared in a 2025 draft only. Identity and commercial purpose at start. Regional holidays apply: calendar by place.",
  ],
  readOn: "2026-11-21",
};

export const esRules: readonly LegalRule[] = [es];
