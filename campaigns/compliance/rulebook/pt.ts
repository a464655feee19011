import type { LegalRule } from "./legal-rule.ts";

const pt: LegalRule = {
  id: "pt",
  jurisdiction: "PT",
  name: "Portugal - DL 134/2009 art. 7(1); Lei 41/2004 art. 13-A",
  covers: ["telemarketing", "informational"],
  inherits: [],
  effectiveFrom: "2009-11-01",
  effectiveTo: null,
  datesNote: "2009-11",
  hours: { weekday: [["09:00", "22:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "consumer's prior agreement" }],
  citation: "Art. 7(1) quoted with commentary",
  sources: [
    {
      citation: "Art. 7(1) quoted with commentary",
      address: "https://centrodecontacto.com/regras-especificas-de-contacto-ou-emissao-de-chamadas",
    },
    {
      citation: "ANACOM summary",
      address: "https://www.distribuicaohoje.com/customer-experience/novo-regime-juridico-dos-contact-center-entra-em-vigor-em-novembro/",
    },
    {
      citation: "Lei 41/2004 13-A(1) quoted",
      address:
        "https://apdc-direitoconsumo.blogspot.com/search?max-results=7&reverse-paginate=true&updated-max=2024-03-03T23%3A32%3A00-08%3A00",
    },
  ],
  confidence: "medium",
  notes: [
    "Also must respect 'customary rest periods': commentary reads that as excluding weekends and holidays - conservative default: null. Consumer's time zone. Automated calling to natural persons needs prior express consent.",
  ],
  readOn: "2026-11-21",
};

export const ptRules: readonly LegalRule[] = [pt];
