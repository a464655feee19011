import type { LegalRule } from "./legal-rule.ts";

const usNj: LegalRule = {
  id: "us-nj",
  jurisdiction: "US-NJ",
  name: "New Jersey",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  numberTypeBan: { type: "mobile", unless: ["consent", "purchase"], text: "unsolicited sales calls to mobiles" },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)",
  sources: [
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
    { citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)", address: null },
  ],
  confidence: "medium",
  notes: [
    "N.J.S.A. 56:8-128(c): no calls 9 p.m.-8 a.m. 56:8-130: ban on unsolicited telemarketing sales calls to mobile devices (secondary, two sources). One public repo codes 9-20 for NJ citing 56:8-130 - unsupported conflict.",
  ],
  readOn: "2026-11-21",
};

export const usNjRules: readonly LegalRule[] = [usNj];
