/**
 * Maryland. Until 20:00, and 3 calls or texts in 24 hours on one subject; a machine that chooses or dials needs consent in writing.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMd: LegalRule = {
  id: "us-md",
  jurisdiction: "US-MD",
  name: "Maryland",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2024-01-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 3,
      hours: 24,
      scope: "Calls and texts on the same subject matter in 24 hours, to and from any number.",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "written",
    for: ["telemarketing", "prerecorded-telemarketing"],
    onlyIfAutomatic: true,
    lifeDays: null,
    text: "Prior express written consent when a system selects or dials the numbers.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: "business", lifts: ["consent"], text: "14-4502(a): calls between businesses need no consent. Hours and cap stay." },
    { when: "charity", lifts: ["consent"], text: "14-4502(a): nonprofits need no consent. Hours and cap stay." },
    {
      when: "inquiry",
      lifts: ["consent"],
      withinDays: 89,
      text: "14-4502(a): a response to an inquiry needs no consent. The sources name no time; the federal 3 months are applied. Hours and cap stay.",
    },
    { when: "reply", lifts: ["consent"], text: "14-4502(a): an answer to the person's own message needs no consent. Hours and cap stay." },
  ],
  citation: "Md. Code, Com. Law 14-4502",
  sources: [
    { citation: "Md. Code, Com. Law 14-4502", address: "https://lexace.ai/us/statute/maryland/CL-14-4502" },
    {
      citation: "DNC.com on the Stop the Spam Calls Act of 2023",
      address: "https://www.dnc.com/index.php/news/maryland-governor-signs-stop-spam-calls-act-2023-law",
    },
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
  ],
  confidence: "high",
  notes: ["The clock is that of the called party.", "Selection or dialing, not both: every mode in which a machine dials is caught."],
  readOn: "2026-11-21",
};

export const usMdRules: readonly LegalRule[] = [usMd];
