import type { LegalRule } from "./legal-rule.ts";

const usTx: LegalRule = {
  id: "us-tx",
  jurisdiction: "US-TX",
  name: "Texas",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2009-04-01",
  effectiveTo: null,
  datesNote: "2009-04-01; texts + DTPA action 2025-09-01",
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: [["12:00", "21:00"]], holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "us-tx", mostAgeDays: 92 },
  exemptions: [
    { when: null, lifts: [], text: "301: residential number + consumer good/service only" },
    { when: null, lifts: [], text: "304: EBR, debt collection, B2B, certain licensees" },
  ],
  citation: "Tex. Bus. & Com. Code 301.051 (summary citing texas.public.law)",
  sources: [
    { citation: "Tex. Bus. & Com. Code 301.051 (summary citing texas.public.law)", address: null },
    { citation: "Predecessor 37.02 (2005 code)", address: "http://law.justia.com/codes/texas/2005/bc/004.00.000037.00.html" },
    {
      citation: "304.051: list published 1 Jan, 1 Apr, 1 Jul, 1 Oct",
      address: "https://texas.public.law/statutes/tex._bus._and_com._code_section_304.051",
    },
    {
      citation: "SB 140 law alert",
      address:
        "https://www.kaufmandolowich.com/news-resources/law-alert-state-mini-tcpa-laws-growing-texas-latest-to-update-its-telemarketing-rules-8-21-2025-by-richard-j-perr-monica-m-littman-graeme-e-hogan-dominic-borelli-and-kristen-ruotolo",
    },
  ],
  confidence: "medium",
  notes: ["Consumer's local time (El Paso is Mountain). One vendor page says 'Central Time' - unsupported. Registration ch. 302."],
  readOn: "2026-11-21",
};

export const usTxRules: readonly LegalRule[] = [usTx];
