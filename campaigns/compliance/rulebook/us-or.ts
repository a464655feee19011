import type { LegalRule } from "./legal-rule.ts";

const usOr: LegalRule = {
  id: "us-or",
  jurisdiction: "US-OR",
  name: "Oregon",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2026-01-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "anything",
      attempts: 3,
      hours: 24,
      scope: "telephone solicitations incl. texts in 24 h, unless established business relationship (18 months)",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "EBR 18 months lifts the cap (sources disagree whether also hours: keep hours)" },
    { when: null, lifts: [], text: "debt collectors/buyers partly exempt" },
    { when: null, lifts: [], text: "B2B (ORS 646.561(4)(b)(C))" },
    { when: null, lifts: [], text: "reply to the consumer's own message" },
  ],
  citation: "Troutman on HB 3865",
  sources: [
    { citation: "Troutman on HB 3865", address: "https://production.jdsupra.com/legalnews/oregon-passes-new-telephone-8210765" },
    { citation: "Secondary: 2026 regulatory register naming official pages (public document)", address: null },
    { citation: "VICIdial operator note on area-code reliance", address: "https://vicifast.com/blog/oregon-mini-tcpa-rules" },
  ],
  confidence: "high",
  notes: [
    "ORS 646.561/646.563, Or. Laws 2025 ch. 580. Area code of a mobile may be relied on. Oregon has two time zones (Malheur). ADAD also 8-8.",
  ],
  readOn: "2026-11-21",
};

export const usOrRules: readonly LegalRule[] = [usOr];
