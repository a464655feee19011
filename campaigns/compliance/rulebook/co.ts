import type { LegalRule } from "./legal-rule.ts";

const co: LegalRule = {
  id: "co",
  jurisdiction: "CO",
  name: "Colombia - Ley 2300 de 2023",
  covers: ["telemarketing", "debt"],
  inherits: [],
  effectiveFrom: "2023-10-10",
  effectiveTo: null,
  hours: { weekday: [["07:00", "19:00"]], saturday: [["08:00", "15:00"]], sunday: "banned", holiday: "banned" },
  holidays: "co",
  caps: [
    { per: "person", about: "anything", attempts: 1, hours: 24, scope: "after direct contact: no more than once a day" },
    { per: "person", about: "anything", attempts: 1, hours: 168, scope: "and not several channels in the same week" },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "confirming transactions, information the consumer requested, fraud alerts" }],
  citation: "Law summary, art. 3",
  sources: [
    {
      citation: "Law summary, art. 3",
      address:
        "https://lakalle.bluradio.com/sociedad/informacion-de-servicio/ley-dejen-de-fregar-conoce-los-horarios-en-los-que-los-bancos-no-pueden-llamarte-so35",
    },
    { citation: "Exceptions, commercial messages", address: "https://unisabaneta.edu.co/2024/07/26/ya-conoces-la-ley-dejen-de-fregar" },
  ],
  confidence: "medium",
  notes: [
    "Channels must be authorised; Registro de Números Excluidos. Exact weekly wording varies between sources (once a day and one channel a week v. twice a week). Not in the brief's list; added because often missed.",
  ],
  readOn: "2026-11-21",
};

export const coRules: readonly LegalRule[] = [co];
