/**
 * South Africa. Saturdays end at 13:00; Sundays and public holidays are closed. Whoever has not shown otherwise must
 * take every person for one who registered a block.
 */
import type { LegalRule } from "./legal-rule.ts";

const za: LegalRule = {
  id: "za",
  jurisdiction: "ZA",
  name: "South Africa: Consumer Protection Act, prohibited times",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2011-04-01",
  effectiveTo: null,
  datesNote: "In force in April 2011; the date was not in the text that was read, and the first of the month is taken.",
  hours: { weekday: [["08:00", "20:00"]], saturday: [["09:00", "13:00"]], sunday: "banned", holiday: "banned" },
  // Public Holidays Act 36 of 1994.
  holidays: "za",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["A delivery of goods at such a time needs the consumer's agreement in writing."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "agreed-time",
      lifts: ["hours", "holidays"],
      text: "The consumer asked for, or agreed to, a call at that time, expressly or by what they did.",
    },
  ],
  citation: "Consumer Protection Act 68 of 2008, s. 12; regulation 4",
  sources: [
    {
      citation: "Regulation on prohibited times",
      address: "https://www.acts.co.za/consumer-protection-act-2008/r293_prohibited_time_for_contacting_consumers",
    },
    {
      citation: "CPA section 12",
      address: "https://www.acts.co.za/consumer-protection-act-2008/12_regulation_of_time_for_contacting_consumers",
    },
  ],
  confidence: "high",
  notes: [
    "The text speaks of a consumer at home. It is applied to every number.",
    "A request for a call that names no time is not taken for an agreement to these times.",
    "Whether POPIA section 69 demands consent first was not verified; nothing here demands it.",
  ],
  readOn: "2026-11-21",
};

/** Apart from za, so that an administrator who has the confirmation can waive the register and keep the hours. */
const zaRegister: LegalRule = {
  id: "za-blocks",
  jurisdiction: "ZA",
  name: "South Africa: Consumer Protection Act, registered blocks",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2011-04-01",
  effectiveTo: null,
  datesNote: "As for the hours.",
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  // The age was not seen: 15 days is the shortest that a register with a known age has in this rulebook (Italy).
  scrub: { register: "za-opt-out", mostAgeDays: 15 },
  exemptions: [],
  citation: "Consumer Protection Act 68 of 2008, s. 11",
  sources: [{ citation: "CPA section 11", address: "http://www.thencc.gov.za/chapter-2-part-b" }],
  confidence: "low",
  notes: [
    "The law takes a block for registered until the register's administrator confirms that there is none. Whether the register is in operation was not verified: no sales call is made before its file is loaded, or the rule is waived with a reason.",
    "How old the confirmation may be was not seen; 15 days are applied.",
  ],
  readOn: "2026-11-21",
};

export const zaRules: readonly LegalRule[] = [za, zaRegister];
