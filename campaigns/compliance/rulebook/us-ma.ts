import type { LegalRule } from "./legal-rule.ts";

const usMa: LegalRule = {
  id: "us-ma",
  jurisdiction: "US-MA",
  name: "Massachusetts",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "us-ma", mostAgeDays: 92 },
  exemptions: [],
  citation: "201 CMR 12.02(2)",
  sources: [
    {
      citation: "201 CMR 12.02(2)",
      address: "https://regulations.justia.com/states/massachusetts/201-cmr/title-201-cmr-12-00/section-12-02",
    },
  ],
  confidence: "high",
  notes: [
    "No unsolicited sales call 8 p.m.-8 a.m. local; no recorded-message device; no caller-ID blocking; disclosures within first minute. Scrub against the then-current QUARTERLY state registry (92 d is the derived interval).",
  ],
  readOn: "2026-11-21",
};

const usMaDebt: LegalRule = {
  id: "us-ma-debt",
  jurisdiction: "US-MA",
  name: "Massachusetts - debt collection (creditors too)",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-debt",
      attempts: 2,
      hours: 168,
      scope: "communications by call, text or recorded audio, per debt, to residence, cell or other personal number",
    },
    { per: "person", about: "same-debt", attempts: 2, hours: 720, scope: "per debt, other than at residence/personal number" },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "AG guidance: a creditor truly unable to reach the debtor or leave a message" }],
  citation: "940 CMR 7.04(1)(e)-(f)",
  sources: [
    {
      citation: "940 CMR 7.04(1)(e)-(f)",
      address: "https://regulations.justia.com/states/massachusetts/940-cmr/title-940-cmr-7-00/section-7-04",
    },
    {
      citation: "940 CMR 7.05(2)(d)-(e)",
      address: "https://regulations.justia.com/states/massachusetts/940-cmr/title-940-cmr-7-00/section-7-05",
    },
    { citation: "AG guidance quoted", address: "https://lemberglaw.com/massachusetts-debt-collection-regulations-calls-per-week-limit" },
  ],
  confidence: "high",
  notes: ["Applies to first-party CREDITORS. Normal waking hours; if unknown 8 a.m.-9 p.m. eastern (text read in 7.05)."],
  readOn: "2026-11-21",
};

export const usMaRules: readonly LegalRule[] = [usMa, usMaDebt];
