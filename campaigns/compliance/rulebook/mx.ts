/** Mexico. Sales calls: no hours found, two registers (one for banks). Debt collectors: weekdays only, on low evidence. */
import type { LegalRule } from "./legal-rule.ts";

const mx: LegalRule = {
  id: "mx",
  jurisdiction: "MX",
  name: "Mexico: registers REPEP (Profeco) and REUS (Condusef)",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Financial institutions ask REUS in place of REPEP: load its file as a state list, which blocks whoever is on it."],
  retentionYears: null,
  scrub: { register: "mx-repep", mostAgeDays: 30 },
  exemptions: [
    { when: "financial", lifts: ["register"], text: "Financial services are not under REPEP but under REUS." },
    { when: "political", lifts: ["register"], text: "Political calls are not under REPEP." },
    { when: "charity", lifts: ["register"], text: "Charities are not under REPEP." },
    { when: null, lifts: [], text: "Debt collection and polls are not under REPEP; they are no sales calls here anyway." },
  ],
  citation: "Ley Federal de Protección al Consumidor, REPEP",
  sources: [
    {
      citation: "Proceso, October 2025, on REPEP: 30 days and who is excepted",
      address:
        "https://www.proceso.com.mx/nacional/2025/10/14/profeco-asi-te-inscribes-al-repep-para-dejar-de-recibir-llamadas-publicitarias-360644.html",
    },
    {
      citation: "Pulso on the register's operating rules: in effect after 30 calendar days",
      address: "https://pulsoslp.com.mx/valores/como-evitar-llamadas-indeseadas-de-empresas-y-marcas/1067962",
    },
  ],
  confidence: "medium",
  notes: ["No statutory hours of sales calls were found."],
  readOn: "2026-11-21",
};

const mxDebt: LegalRule = {
  id: "mx-debt",
  jurisdiction: "MX",
  name: "Mexico: collection agencies",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["07:00", "22:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  holidays: "mx",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Condusef, rules for collection agencies (text not read)",
  sources: [
    {
      citation: "Profeco, told by Expreso, August 2025",
      address:
        "https://expreso.press/2025/08/30/si-tu-telefono-no-para-de-sonar-todo-el-dia-estos-son-los-pasos-a-seguir-para-que-dejes-de-recibir-llamadas-publicitarias/",
    },
  ],
  confidence: "low",
  notes: ["Working days are taken to be Monday to Friday without holidays. The rule of Condusef was not read."],
  readOn: "2026-11-21",
};

export const mxRules: readonly LegalRule[] = [mx, mxDebt];
