/**
 * Pennsylvania. Since 2026-10-18 the shortest day but Rhode Island's: 9:00 to 19:00, never on Sundays, never on 13 holidays.
 * Before that 8:00 to 21:00 on every day but those holidays.
 */
import type { LegalRule } from "./legal-rule.ts";

const usPa2019: LegalRule = {
  id: "us-pa-2019",
  jurisdiction: "US-PA",
  name: "Pennsylvania, until Act 47 of 2026",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2019-12-03",
  effectiveTo: "2026-10-17",
  datesNote:
    "Act 73 of 2019, in force 2019-12-03, brought the holidays. The hours are older and the same as the federal ones, so that no rule is needed for the time before.",
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "banned" },
  holidays: "us-pa",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Ask the state's do-not-call list, on which businesses may be too.", "A recording says at its beginning how to opt out."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "purchase",
      lifts: ["holidays"],
      withinDays: 365,
      text: "A business relationship within 12 months is outside the ban on holidays.",
    },
    { when: "charity", lifts: ["holidays"], text: "Calls for nonprofits are outside the ban on holidays." },
    { when: "political", lifts: ["holidays"], text: "Calls for a party or candidate are outside the ban on holidays." },
  ],
  citation: "Pa. Act 73 of 2019, section 5(a)(10)",
  sources: [
    {
      citation: "DNC.com: the ban on holidays of Act 73 of 2019 and its 13 days",
      address: "https://dnc.dreamhosters.com/update-pennsylvania-governor-signs-new-robocall-restrictions-law",
    },
    {
      citation: "Jenkins Law Library: in force 2019-12-03, section 5(a)(10)",
      address: "https://www.jenkinslaw.org/blog/2019/12/03/amendments-pennsylvanias-telemarketer-registration-act-effective-today",
    },
    {
      citation: "Mac Murray & Shuster: debts, nonprofits, parties and 12 months of relationship left out",
      address: "https://mslawgroup.com/regulatory-alert-pennsylvania-amends-telemarketing-registration-act/",
    },
  ],
  confidence: "high",
  notes: [
    "The days: New Year, Martin Luther King, Presidents, Good Friday, Memorial, Flag Day, Independence, Labor, Columbus, Election Day, Veterans, Thanksgiving, Christmas.",
  ],
  readOn: "2026-11-21",
};

const usPa: LegalRule = {
  id: "us-pa",
  jurisdiction: "US-PA",
  name: "Pennsylvania",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2026-10-18",
  effectiveTo: null,
  datesNote: "Approved 2026-07-20, in force after 90 days.",
  hours: { weekday: [["09:00", "19:00"]], saturday: "same", sunday: "banned", holiday: "banned" },
  holidays: "us-pa",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Ask the state's do-not-call list, on which businesses may be too."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "Under the text of 2019, calls within a business relationship (12 months, as a secondary source has it), for debts, for nonprofits and for politics are no telephone solicitation calls, as far as holidays and the do-not-call list go. Whether that outlived Act 47 was not read, so nothing is lifted.",
    },
  ],
  citation: "Pa. Act 47 of 2026 (SB 992)",
  sources: [
    {
      citation: "SB 992, Act 47 of 2026: release of the sponsor",
      address: "https://www.pasenategop.com/news/brooks-bill-to-strengthen-protections-against-telemarketers-passes-senate",
    },
    { citation: "Secondary: approved 2026-07-20, in force after 90 days", address: null },
    { citation: "Secondary: in force 2026-10-18", address: null },
    {
      citation: 'Secondary: note to the "Call Desk" tool at glama.ai, no Sundays from 2026-10-18',
      address: "https://glama.ai/mcp/connectors/com.modernmustardseed/call-desk/tools/can_i_call_now",
    },
    {
      citation: "DNC.com: the ban on holidays of Act 73 of 2019",
      address: "https://dnc.dreamhosters.com/update-pennsylvania-governor-signs-new-robocall-restrictions-law",
    },
  ],
  confidence: "medium",
  notes: [
    "The enrolled text was not seen. Three independent secondary sources agree on the Sundays, on 19:00 and on 9:00.",
    "Texts, voicemails, ringless voicemails and business subscribers are covered now.",
    "The holidays are the 13 of the list of 2019, which is taken to go on.",
  ],
  readOn: "2026-11-21",
};

export const usPaRules: readonly LegalRule[] = [usPa2019, usPa];
