import type { LegalRule } from "./legal-rule.ts";

const mx: LegalRule = {
  id: "mx",
  jurisdiction: "MX",
  name: "Mexico - REPEP (Profeco), REUS (Condusef)",
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
  duties: [],
  retentionYears: null,
  scrub: { register: "mx-repep", mostAgeDays: 30 },
  exemptions: [{ when: null, lifts: [], text: "financial services (REUS instead), collection, political, charity, polls" }],
  citation: "REPEP 30 days, exclusions",
  sources: [
    {
      citation: "REPEP 30 days, exclusions",
      address:
        "https://www.proceso.com.mx/nacional/2025/10/14/profeco-asi-te-inscribes-al-repep-para-dejar-de-recibir-llamadas-publicitarias-360644.html",
    },
    {
      citation: "Registry operating rules: effect at 30 calendar days",
      address: "https://pulsoslp.com.mx/valores/como-evitar-llamadas-indeseadas-de-empresas-y-marcas/1067962",
    },
  ],
  confidence: "medium",
  notes: ["No statutory telemarketing hours found."],
  readOn: "2026-11-21",
};

const mxDebt: LegalRule = {
  id: "mx-debt",
  jurisdiction: "MX",
  name: "Mexico - collection agencies",
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
  citation: "Profeco via Expreso 2025-08",
  sources: [
    {
      citation: "Profeco via Expreso 2025-08",
      address:
        "https://expreso.press/2025/08/30/si-tu-telefono-no-para-de-sonar-todo-el-dia-estos-son-los-pasos-a-seguir-para-que-dejes-de-recibir-llamadas-publicitarias/",
    },
  ],
  confidence: "low",
  notes: ["Working days Mon-Fri; Condusef rule not read."],
  readOn: "2026-11-21",
};

export const mxRules: readonly LegalRule[] = [mx, mxDebt];
