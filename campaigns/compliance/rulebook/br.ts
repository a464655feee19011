import type { LegalRule } from "./legal-rule.ts";

const br: LegalRule = {
  id: "br",
  jurisdiction: "BR",
  name: "Brazil - Anatel / Não Me Perturbe",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2025-08-01",
  effectiveTo: null,
  datesNote: "2025-08 / 2025-11",
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "br-nao-me-perturbe", mostAgeDays: 30 },
  exemptions: [],
  citation: "Sept 2025 changes",
  sources: [
    {
      citation: "Sept 2025 changes",
      address: "https://www.rcn67.com.br/campo-grande/massafm/anatel-altera-regras-do-telemarketing-e-amplia-restricoes-para-operadoras/",
    },
    { citation: "0303 revoked", address: "https://acontecero.com.br/?p=543347" },
    {
      citation: "Short calls incl. up to 6 s and voicemail; blocking 15 days",
      address: "https://odia.ig.com.br/stories/flipar/2025/08/7120351-conheca-regras-contra-chamadas-abusivas-de-telemarketing.html",
    },
    {
      citation: "SP state list 30 days",
      address:
        "https://g1.globo.com/economia/tecnologia/noticia/2021/03/17/consumidor-de-sp-pode-pedir-bloqueio-de-telemarketing-por-whatsapp-e-sms-veja-como-fazer.ghtml",
    },
  ],
  confidence: "medium",
  notes: [
    "Prefix 0303 NO LONGER mandatory (Aug 2025). 'Origem Verificada' authentication for >500,000 calls a month. Share of short calls (now up to 6 s, incl. voicemail) is policed with 15-day blocks: avoid robocall probing. No federal hours found; state laws and self-regulation (believed 9-21, Sat 10-16) unverified. Telecom/bank list 30 days to take effect.",
  ],
  readOn: "2026-11-21",
};

export const brRules: readonly LegalRule[] = [br];
