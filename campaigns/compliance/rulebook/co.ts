/**
 * Colombia. One law for sales calls and debts alike: weekdays 7 to 19, Saturdays 8 to 15, nothing on Sundays and
 * holidays, once a day and, in the stricter reading, once a week.
 */
import type { LegalRule } from "./legal-rule.ts";

const LAW_SUMMARY = {
  citation: "La Kalle, a summary of article 3",
  address:
    "https://lakalle.bluradio.com/sociedad/informacion-de-servicio/ley-dejen-de-fregar-conoce-los-horarios-en-los-que-los-bancos-no-pueden-llamarte-so35",
};

const co: LegalRule = {
  id: "co",
  jurisdiction: "CO",
  name: 'Colombia: Ley 2300 de 2023 ("Dejen de fregar")',
  covers: ["telemarketing", "debt"],
  inherits: [],
  effectiveFrom: "2023-10-10",
  effectiveTo: null,
  hours: { weekday: [["07:00", "19:00"]], saturday: [["08:00", "15:00"]], sunday: "banned", holiday: "banned" },
  holidays: "co",
  caps: [
    { per: "person", about: "anything", attempts: 1, hours: 24, scope: "once a day after a direct contact" },
    { per: "person", about: "anything", attempts: 1, hours: 7 * 24, scope: "one channel in a week, read as one call in a week" },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Use only channels that the consumer authorised, and one of them in a week."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: "transaction-message", lifts: ["everything"], text: "Confirming a transaction, or warning of fraud." },
    {
      when: null,
      lifts: [],
      text: "Information that the consumer asked for is excepted too. A wish to be called back is not taken for it: hours and caps stay.",
    },
  ],
  citation: "Ley 2300 de 2023, art. 3",
  sources: [
    LAW_SUMMARY,
    {
      citation: "Unisabaneta on the exceptions and on commercial messages",
      address: "https://unisabaneta.edu.co/2024/07/26/ya-conoces-la-ley-dejen-de-fregar",
    },
  ],
  confidence: "medium",
  notes: [
    "Sources word the weekly limit differently: once a day and one channel a week, or twice a week. The narrowest is applied: one call a day and one a week.",
    "The daily limit is for after a direct contact; it is applied to every attempt.",
  ],
  readOn: "2026-11-21",
};

/** Apart from co, so that whoever has shown it needless can waive the register and keep the hours. */
const coRegister: LegalRule = {
  id: "co-rne",
  jurisdiction: "CO",
  name: "Colombia: Registro de Números Excluidos",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2023-10-10",
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  // The age was not seen: 15 days is the shortest that a register with a known age has in this rulebook (Italy).
  scrub: { register: "co-rne", mostAgeDays: 15 },
  exemptions: [{ when: "transaction-message", lifts: ["everything"], text: "Confirming a transaction, or warning of fraud." }],
  citation: "Ley 2300 de 2023, Registro de Números Excluidos",
  sources: [LAW_SUMMARY],
  confidence: "low",
  notes: ["The register is named in a summary of the law. Who must ask it and how often was not seen; 15 days are applied."],
  readOn: "2026-11-21",
};

export const coRules: readonly LegalRule[] = [co, coRegister];
