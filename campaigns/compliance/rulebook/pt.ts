/** Portugal. Every day from 9 to 22, informational calls too; a calling machine needs consent. */
import type { LegalRule } from "./legal-rule.ts";

const pt: LegalRule = {
  id: "pt",
  jurisdiction: "PT",
  name: "Portugal: contact centres (DL 134/2009)",
  covers: ["telemarketing", "informational"],
  inherits: [],
  effectiveFrom: "2009-11-01",
  effectiveTo: null,
  datesNote: "In force in November 2009; the day is not established and the first is taken.",
  hours: { weekday: [["09:00", "22:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Respect the usual times of rest."],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: "agreed-time", lifts: ["hours"], text: "The consumer agreed beforehand to be called at that time." }],
  citation: "Decreto-Lei 134/2009, art. 7(1)",
  sources: [
    {
      citation: "Centro de Contacto, quoting article 7(1) with a commentary",
      address: "https://centrodecontacto.com/regras-especificas-de-contacto-ou-emissao-de-chamadas",
    },
    {
      citation: "ANACOM's summary",
      address: "https://www.distribuicaohoje.com/customer-experience/novo-regime-juridico-dos-contact-center-entra-em-vigor-em-novembro/",
    },
  ],
  confidence: "medium",
  notes: [
    "The hours are those of the consumer's own time zone (the Azores are an hour behind).",
    "A commentary takes the usual times of rest to mean weekends and holidays as a whole. The article itself names none and none are banned here; a careful campaign closes them in its window.",
  ],
  readOn: "2026-11-21",
};

/** Apart from pt, because live calls need no consent and machines do, under another law. */
const ptAutomated: LegalRule = {
  id: "pt-automated",
  jurisdiction: "PT",
  name: "Portugal: calling machines (Lei 41/2004)",
  covers: ["prerecorded-telemarketing"],
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
    text: "A natural person must have given express consent before a machine calls.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "Legal persons are not named. A business may be a natural person, so being one lifts nothing here." },
  ],
  citation: "Lei 41/2004, art. 13-A(1)",
  sources: [
    {
      citation: "apDC, quoting article 13-A(1)",
      address:
        "https://apdc-direitoconsumo.blogspot.com/search?max-results=7&reverse-paginate=true&updated-max=2024-03-03T23%3A32%3A00-08%3A00",
    },
  ],
  confidence: "medium",
  notes: [],
  readOn: "2026-11-21",
};

export const ptRules: readonly LegalRule[] = [pt, ptAutomated];
