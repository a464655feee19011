/**
 * Ukraine, overdue consumer debts alone: nothing is known of sales calls, so none are made. Two contacts a day, and a
 * machine may dial one debtor for 30 minutes a day at most.
 */
import type { LegalRule } from "./legal-rule.ts";

const uaDebt: LegalRule = {
  id: "ua-debt",
  jurisdiction: "UA",
  name: "Ukraine: overdue consumer debt (consumer lending law, law 1349-IX)",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  holidays: "ua",
  caps: [
    {
      per: "person",
      about: "anything",
      attempts: 2,
      hours: 24,
      scope: "two contacts a day on the creditor's own initiative without the debtor's consent",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: ["A hidden number is forbidden."],
  duties: [
    "Record every contact (the source breaks off there).",
    "No contact with serving soldiers and their families under martial law and for 90 days after it (law of 2022, secondary source).",
  ],
  retentionYears: null,
  scrub: null,
  autodialMinutesPerDay: 30,
  exemptions: [{ when: "consent", lifts: ["caps"], text: "The debtor consents to more contacts." }],
  citation: "Law of Ukraine on Consumer Lending, art. 25 (law 1349-IX)",
  sources: [
    { citation: "Text of article 25", address: "https://auxilium.company/en/stattya25" },
    { citation: "Guidance of the National Bank", address: "https://n-pravda.in.ua/en/news/nbu-predupredili-ukraintsev-o-problemah-1" },
    { citation: "Summary of a law firm", address: "https://uk.telegram-store.com/catalog/channels/artius_law_firm/403" },
  ],
  confidence: "high",
  notes: [
    "Weekends, holidays and other days off are barred to calls on the creditor's own initiative. A debtor's wish lifts none of the hours here.",
    "Hours of sales calls were not found.",
  ],
  readOn: "2026-11-21",
};

export const uaRules: readonly LegalRule[] = [uaDebt];
