import type { LegalRule } from "./legal-rule.ts";

const usDc: LegalRule = {
  id: "us-dc",
  jurisdiction: "US-DC",
  name: "District of Columbia",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2001-06-08",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  ring: { mostRings: 15 },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "D.C. Code 22-3226.08(1)-(3), read in the Council's XML",
  sources: [
    {
      citation: "D.C. Code 22-3226.08(1)-(3), read in the Council's XML",
      address: "github:DCCouncil/law-xml us/dc/council/code/titles/22/sections/22-3226.08.xml",
    },
  ],
  confidence: "high",
  notes: [
    "Also a MAXIMUM ring: causing a telephone to ring more than 15 times in an intended solicitation call is an abusive act. No call after a stated refusal. Residence calls. Registration + $50,000 bond (secondary).",
  ],
  readOn: "2026-11-21",
};

const usDcDebt: LegalRule = {
  id: "us-dc-debt",
  jurisdiction: "US-DC",
  name: "District of Columbia - debt collection",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: "2011-12-02",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  clock: { zone: "America/New_York", counts: "instead" },
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
  citation: "D.C. Code 28-3814(k), read in the Council's XML (repository DCCouncil/law-xml)",
  sources: [
    {
      citation: "D.C. Code 28-3814(k), read in the Council's XML (repository DCCouncil/law-xml)",
      address: "github:DCCouncil/law-xml us/dc/council/code/titles/28/sections/28-3814.xml",
    },
  ],
  confidence: "high",
  notes: ["8 a.m.-9 p.m. EASTERN time (EST/EDT in effect), not the called party's zone; binds creditors, collectors and agents."],
  readOn: "2026-11-21",
};

export const usDcRules: readonly LegalRule[] = [usDc, usDcDebt];
