import type { LegalRule } from "./legal-rule.ts";

const usNv: LegalRule = {
  id: "us-nv",
  jurisdiction: "US-NV",
  name: "Nevada",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "NRS 598.0918(3), per secondary naming the official page",
  sources: [
    { citation: "NRS 598.0918(3), per secondary naming the official page", address: null },
    { citation: "Secondary: state table with citations, client-supplied Oct 2026 (public source file)", address: null },
    { citation: "Secondary: vendor state chart, updated 2025-11-01", address: "https://www.dropcowboy.com/state-compliance" },
    {
      citation: "AB 337 (2001): originally 9 p.m.-8 a.m., residence",
      address: "https://archive.leg.state.nv.us/Session/71st2001/bills/AB/AB337_EN.html",
    },
  ],
  confidence: "medium",
  notes: [
    "As enacted 2001: 9 p.m.-8 a.m.; several 2025-26 sources say the current text is 8 p.m.-9 a.m. and covers texts. Current section text not seen; a 2026 state-law read missed it. Use the stricter.",
  ],
  readOn: "2026-11-21",
};

const usNvAdad: LegalRule = {
  id: "us-nv-adad",
  jurisdiction: "US-NV",
  name: "Nevada - device for automatic dialing and announcing",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "hung-up",
      per: "number",
      about: "anything",
      hours: 876000,
      scope: "no ADAD call-back to a number whose user ended the original call",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "pre-existing business relationship" }],
  citation: "NRS 597.814",
  sources: [{ citation: "NRS 597.814", address: "http://www.contactcentercompliance.com/legal/statutes/NV/NRS/597.814.adpx" }],
  confidence: "medium",
  notes: ["Copy undated."],
  readOn: "2026-11-21",
};

export const usNvRules: readonly LegalRule[] = [usNv, usNvAdad];
