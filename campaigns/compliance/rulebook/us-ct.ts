import type { LegalRule } from "./legal-rule.ts";

const usCt: LegalRule = {
  id: "us-ct",
  jurisdiction: "US-CT",
  name: "Connecticut",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2023-10-01",
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "written", for: ["telemarketing"], lifeDays: null, text: "prior_express_written" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "consumer inquiry / existing relationship carve-outs in 42-284" },
    { when: null, lifts: [], text: "business-to-business contact (undefined)" },
  ],
  citation: "Conn. Gen. Stat. 42-288a (chapter 743m)",
  sources: [
    { citation: "Conn. Gen. Stat. 42-288a (chapter 743m)", address: "https://cga.ct.gov/current/pub/chap_743m.htm" },
    {
      citation: "TCPAWorld on SB 1058 / P.A. 23-98",
      address: "https://tcpaworld.com/2023/06/28/connecticut-rolls-out-new-telemarketing-requirements-here-is-what-you-need-to-know/",
    },
    { citation: "Secondary: 2026-09 read of 49 state statutes with quotations (public source file callingRules.js)", address: null },
  ],
  confidence: "high",
  notes: [
    "Since P.A. 23-98 sales calls need prior express written consent by default; Connecticut area code is presumed in-state. Disclose identity, purpose, principal within 10 s; ask whether to continue, end or be removed; end within 10 s on request. Registry = national list, updated at least quarterly.",
  ],
  readOn: "2026-11-21",
};

export const usCtRules: readonly LegalRule[] = [usCt];
