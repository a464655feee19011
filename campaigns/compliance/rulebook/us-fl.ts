/**
 * Florida. Until 20:00, and 3 calls in 24 hours to a person on one subject, whichever numbers are called from or to.
 * A machine that chooses and dials, or a recording, needs consent in writing.
 */
import type { LegalRule } from "./legal-rule.ts";

const usFl: LegalRule = {
  id: "us-fl",
  jurisdiction: "US-FL",
  name: "Florida",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2021-07-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 3,
      hours: 24,
      scope: "Commercial solicitations on the same subject matter or issue in 24 hours that roll, whatever number is shown.",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "written",
    for: ["telemarketing"],
    onlyIfAutomatic: true,
    lifeDays: null,
    text: "Written consent when a system both selects and dials the numbers (Fla. Stat. 501.059(8)(a) as narrowed by HB 761 of 2023).",
  },
  callerId: [],
  duties: ["State your name within 30 seconds.", "Ask the state's no-sales-solicitation list."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "customer",
      lifts: ["consent"],
      text: "Since HB 761 the consent is demanded for unsolicited calls only, which a call within a business relationship is not (Fla. Stat. 501.059(1)).",
    },
  ],
  citation: "Fla. Stat. 501.616(6), 501.059",
  sources: [
    {
      citation: "Fla. Stat. 501.616(6)(a), (b), text of SB 1120 (2021)",
      address: "https://flsenate.gov/Session/Bill/2021/1120/BillText/Filed/HTML",
    },
    { citation: "Fla. Stat. 501.616", address: "http://www.lawserver.com/law/state/florida/statutes/florida_statutes_501-616" },
    {
      citation: "Nolo, summary of Florida's restrictions",
      address: "https://www.nolo.com/legal-encyclopedia/florida-restrictions-telemarketers.html",
    },
    {
      citation: "Staff analysis of CS/CS/HB 761 (2023): selection and dialing, or a recorded message; unsolicited calls",
      address: "https://fastdemocracy.com/bill-summary/?billsummary_id=FLB00028352&billsummary_session=2023&billsummary_state=fl",
    },
  ],
  confidence: "high",
  notes: [
    "The hours are those of the called person's zone.",
    "A Florida area code is presumed to be in the state, which can be rebutted (501.059).",
    "A dialer that takes the next number from a list and dials it is read as selecting and dialing: the stricter reading.",
    "A person, for the cap and the hours, may be a business.",
  ],
  readOn: "2026-11-21",
};

/** Beside us-fl: a recording needs the consent however the number was dialed. */
const usFlRecorded: LegalRule = {
  id: "us-fl-recorded",
  jurisdiction: "US-FL",
  name: "Florida: recorded messages",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2021-07-01",
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "written",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "Written consent when a recorded message is played (Fla. Stat. 501.059(8)(a)).",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Fla. Stat. 501.059(8)(a)",
  sources: [
    {
      citation: "Staff analysis of CS/CS/HB 761 (2023)",
      address: "https://fastdemocracy.com/bill-summary/?billsummary_id=FLB00028352&billsummary_session=2023&billsummary_state=fl",
    },
  ],
  confidence: "high",
  notes: ["Hours and cap: us-fl, which holds for recorded calls too."],
  readOn: "2026-11-21",
};

export const usFlRules: readonly LegalRule[] = [usFl, usFlRecorded];
