/**
 * Connecticut. From 9:00 to 20:00, and only with consent in writing.
 */
import type { LegalRule } from "./legal-rule.ts";

const usCt: LegalRule = {
  id: "us-ct",
  jurisdiction: "US-CT",
  name: "Connecticut",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2023-10-01",
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "written",
    for: ["telemarketing", "prerecorded-telemarketing"],
    lifeDays: null,
    text: "Since P.A. 23-98 a sales call needs prior express written consent.",
  },
  callerId: [],
  duties: [
    "Say within 10 seconds who calls, what for and on whose behalf.",
    "Ask whether the person wants to go on, to end the call or to be taken off the list.",
    "End the call within 10 seconds when asked.",
  ],
  retentionYears: null,
  scrub: { register: "us-national", mostAgeDays: 92 },
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "Conn. Gen. Stat. 42-284 leaves out some inquiries and relationships; their terms were not recorded, so nothing is lifted.",
    },
    { when: null, lifts: [], text: "Contact between businesses is left out but not defined, so nothing is lifted." },
  ],
  citation: "Conn. Gen. Stat. 42-288a",
  sources: [
    { citation: "Conn. Gen. Stat. 42-288a (chapter 743m)", address: "https://cga.ct.gov/current/pub/chap_743m.htm" },
    {
      citation: "TCPAWorld on SB 1058, P.A. 23-98",
      address: "https://tcpaworld.com/2023/06/28/connecticut-rolls-out-new-telemarketing-requirements-here-is-what-you-need-to-know/",
    },
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
  ],
  confidence: "high",
  notes: [
    "A Connecticut area code is presumed to be in the state.",
    "The register is the national one, to be fetched at least every quarter: 92 days. The federal 31 days are tighter and hold beside it.",
  ],
  readOn: "2026-11-21",
};

export const usCtRules: readonly LegalRule[] = [usCt];
