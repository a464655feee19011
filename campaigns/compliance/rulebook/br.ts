/**
 * Brazil. No federal hours were found; above 500,000 calls a month the number must be authenticated, and callers with
 * many short calls are blocked. The prefix 0303 is not demanded any more.
 */
import type { LegalRule } from "./legal-rule.ts";

const br: LegalRule = {
  id: "br",
  jurisdiction: "BR",
  name: "Brazil: Anatel and the list Não Me Perturbe",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  datesNote: "The changes told here are of August and November 2025; the list is older.",
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [
    'More than 500,000 calls a month: authenticate the number by "Origem Verificada".',
    "The prefix 0303 is not obligatory since August 2025.",
  ],
  duties: [
    "Keep the share of short calls low: calls of up to 6 seconds count, voicemail included, and too many of them block the caller for 15 days. Do not probe numbers with a machine.",
  ],
  retentionYears: null,
  scrub: { register: "br-nao-me-perturbe", mostAgeDays: 30 },
  exemptions: [],
  citation: "Anatel, rules on telemarketing of 2025; Não Me Perturbe",
  sources: [
    {
      citation: "RCN 67 on the changes of September 2025",
      address: "https://www.rcn67.com.br/campo-grande/massafm/anatel-altera-regras-do-telemarketing-e-amplia-restricoes-para-operadoras/",
    },
    { citation: "Acontece RO on the end of 0303", address: "https://acontecero.com.br/?p=543347" },
    {
      citation: "O Dia on short calls: up to 6 seconds, voicemail included, blocked for 15 days",
      address: "https://odia.ig.com.br/stories/flipar/2025/08/7120351-conheca-regras-contra-chamadas-abusivas-de-telemarketing.html",
    },
    {
      citation: "G1 on the list of São Paulo, 30 days",
      address:
        "https://g1.globo.com/economia/tecnologia/noticia/2021/03/17/consumidor-de-sp-pode-pedir-bloqueio-de-telemarketing-por-whatsapp-e-sms-veja-como-fazer.ghtml",
    },
  ],
  confidence: "medium",
  notes: [
    "An entry on the list of telecoms and banks takes effect after 30 days.",
    "No federal hours were found. Laws of the states and the industry's own rules (believed 9-21, Saturdays 10-16) are not verified and not applied.",
  ],
  readOn: "2026-11-21",
};

export const brRules: readonly LegalRule[] = [br];
