import type { LegalRule } from "./legal-rule.ts";

const usOk: LegalRule = {
  id: "us-ok",
  jurisdiction: "US-OK",
  name: "Oklahoma",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2022-11-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 3,
      hours: 24,
      scope: "commercial telephone solicitation on the same subject matter or issue (24 h), any caller number",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "established business relationship (775C.5)" }],
  citation: "Enrolled HB 3168, Telephone Solicitation Act of 2022",
  sources: [
    {
      citation: "Enrolled HB 3168, Telephone Solicitation Act of 2022",
      address: "https://app.legiplex.com/ok/legislature/2022/2022-r/bills/hb3168/drafts-latest",
    },
    { citation: "DNC.com summary", address: "https://dnc.dreamhosters.com/?p=1309" },
  ],
  confidence: "high",
  notes: ["15 O.S. 775C.4. Oklahoma area code presumed in-state. PEWC for automated selection or dialing. Not residential-limited."],
  readOn: "2026-11-21",
};

const usOkAdad: LegalRule = {
  id: "us-ok-adad",
  jurisdiction: "US-OK",
  name: "Oklahoma - automatic dial announcing device",
  covers: ["prerecorded-telemarketing", "debt"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "15 O.S. 755.1",
  sources: [{ citation: "15 O.S. 755.1", address: "https://self-law.org/code/ok/title-15-contracts/15-755-1" }],
  confidence: "high",
  notes: ["9 a.m.-9 p.m.; for collection use the FDCPA hours instead; disconnect within 20 s of hang-up; no random/sequential dialling."],
  readOn: "2026-11-21",
};

export const usOkRules: readonly LegalRule[] = [usOk, usOkAdad];
