import type { LegalRule } from "./legal-rule.ts";

const uaDebt: LegalRule = {
  id: "ua-debt",
  jurisdiction: "UA",
  name: "Ukraine - overdue consumer debt (Law on Consumer Lending art. 25, law 1349-IX)",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  holidays: "ua",
  caps: [
    { per: "person", about: "same-debt", attempts: 2, hours: 24, scope: "interactions per day on own initiative without debtor's consent" },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  autodialMinutesPerDay: 30,
  exemptions: [],
  citation: "Art. 25 text",
  sources: [
    { citation: "Art. 25 text", address: "https://auxilium.company/en/stattya25" },
    { citation: "NBU guidance", address: "https://n-pravda.in.ua/en/news/nbu-predupredili-ukraintsev-o-problemah-1" },
    { citation: "Law firm summary", address: "https://uk.telegram-store.com/catalog/channels/artius_law_firm/403" },
  ],
  confidence: "high",
  notes: [
    "AUTO-DIAL FUNCTION MAX 30 MINUTES PER DAY per debtor; no hidden number; weekends, holidays, non-working days barred on own initiative; recording of each interaction (truncated source). No contact with serving military and families under martial law + 90 days (2022 law, secondary). Telemarketing hours: not found.",
  ],
  readOn: "2026-11-21",
};

export const uaRules: readonly LegalRule[] = [uaDebt];
