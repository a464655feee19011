/**
 * The rules of the Federal Communications Commission under the Telephone Consumer Protection Act: sales calls, and recordings
 * whatever they say.
 */
import type { LegalRule } from "./legal-rule.ts";

export const usTcpa: LegalRule = {
  id: "us-tcpa",
  jurisdiction: "US",
  name: "United States: TCPA rules of the FCC",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: [],
  effectiveFrom: "2003-10-01",
  effectiveTo: null,
  datesNote:
    "In force since 2003-10-01. Withdrawal by any reasonable means, honored within 10 business days, since 2025-04-11. That one withdrawal ends every programme of the caller is put off to 2027-01-31; here it always does.",
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: {
    mostShare: 0.03,
    window: "30-days",
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "end-of-greeting",
    message: {
      mustName: ["caller", "purpose-telemarketing", "opt-out-number", "opt-out-key"],
      text: 'A recording that says no more than this: that the call was for "telemarketing purposes", the name of the business, a number for do-not-call requests that works in business hours, and a spoken word or key that puts the number on the seller\'s list at once and ends the call.',
    },
    scope: "For each campaign by itself, in periods of 30 days; telemarketing calls that a person answered.",
  },
  ring: { leastSeconds: 15 },
  consent: {
    level: "written",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "A recording or an artificial voice that advertises needs the person's prior express written consent (47 CFR 64.1200(a)(2), (3)). A voice made by a machine counts as artificial (FCC 24-17).",
  },
  callerId: [],
  duties: [
    "Let it ring for 15 seconds or four rings.",
    "Take a withdrawal by any reasonable means and act on it within 10 business days.",
    "Keep a do-not-call list of your own.",
  ],
  retentionYears: 5,
  scrub: { register: "us-national", mostAgeDays: 31 },
  exemptions: [
    { when: "emergency", lifts: ["consent"], text: "Calls about an emergency need no consent for a recording." },
    {
      when: "consent",
      lifts: ["register"],
      text: "Prior express invitation or permission lifts the register; us-tsr asks for it in writing.",
    },
    {
      when: "purchase",
      lifts: ["register"],
      withinDays: 546,
      text: "A purchase or other transaction within 18 months lifts the national register: not the hours, and not a request to that seller to stop.",
    },
    {
      when: "inquiry",
      lifts: ["register"],
      withinDays: 89,
      text: "An inquiry or application within 3 months lifts the national register: not the hours, and not a request to that seller to stop.",
    },
    { when: "charity", lifts: ["register"], text: "Calls for a tax-exempt nonprofit organisation are outside the register." },
    {
      when: null,
      lifts: [],
      text: "The hours and the register protect residential lines. A mobile counts as one, and what a number is used for is not known here, so a business call lifts nothing of this rule.",
    },
  ],
  citation: "47 CFR 64.1200",
  sources: [
    { citation: "47 CFR 64.1200(a)(7), quoted", address: "https://telemarketingrules.com/curfew%2Fabandonment" },
    {
      citation: "FCC 25-76, proposal of October 2025 to delete ring time, 3 % and company lists (summary)",
      address: "https://www.ecomm-alliance.org/?p=51236",
    },
    {
      citation: "47 CFR 64.1200(a)(10), (11), (d)(3): notice of the dates for withdrawal, 10 business days, 2025-04-11",
      address: "https://d1tvxue8o4w0fl.cloudfront.net/federal-register/strengthening-the-ability-of-consumers-to-stop-robocalls-2",
    },
    { citation: "47 CFR 64.1200, edition of 2008", address: "http://edocket.access.gpo.gov/cfr_2008/octqtr/47cfr64.1200.htm" },
    { citation: "Secondary: a public register of the regulation in force in 2026, naming the official pages", address: null },
  ],
  confidence: "medium",
  notes: [
    "The hours are those of 64.1200(c)(1), at the called party's place, for residential subscribers; mobiles are treated as residential for do-not-call.",
    "FCC 25-76, adopted 2025-10-28, proposes to delete the 15 seconds or four rings, the 3 % and the company lists. One source of 2026 knows of no final rule by the middle of that year; the outcome could not be verified. The rule is kept, and an end would be a new dated entry.",
    "Whether the hours bind calls that the person consented to is in dispute (petition of March 2025, undecided in the sources): they are applied whatever the consent.",
    "The 5 years of records are inferred from the company lists and the Telemarketing Sales Rule; they were not read in this text.",
    "The dialer calls stored lists and generates no numbers, so the consent for calls by an automatic dialing system is not demanded here.",
  ],
  readOn: "2026-11-21",
};

export const usTcpaPrerecordedExempt: LegalRule = {
  id: "us-tcpa-prerecorded-exempt",
  jurisdiction: "US",
  name: "United States: recorded calls to residential lines that advertise nothing (FCC 20-186, 22-100)",
  covers: ["prerecorded-informational"],
  inherits: [],
  effectiveFrom: "2023-07-20",
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "number",
      about: "anything",
      attempts: 3,
      hours: 720,
      scope:
        "Recorded calls without consent to a residential line: noncommercial, of a nonprofit, or commercial without advertising; 3 in 30 days (figure not seen in the text that was read).",
    },
    {
      per: "number",
      about: "anything",
      attempts: 3,
      hours: 168,
      scope: "Healthcare messages under HIPAA, 3 in a week (figure not seen).",
      when: "healthcare",
    },
    {
      per: "number",
      about: "anything",
      attempts: 1,
      hours: 24,
      scope: "Healthcare messages under HIPAA, 1 in a day (figure not seen).",
      when: "healthcare",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Offer a way to opt out of further calls in every such message."],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: "consent", lifts: ["caps"], text: "With consent, spoken or written, more calls are allowed." }],
  citation: "47 CFR 64.1200(a)(3)",
  sources: [
    { citation: "88 FR 3668, limits on exempted calls, in force 2023-07-20", address: "http://federal.elaws.us/citation/88-FR-3677" },
    { citation: "FCC 22-100", address: "https://docs.fcc.gov/public/attachments/FCC-22-100A1.txt" },
  ],
  confidence: "medium",
  notes: [
    "That the limits exist, the duty to offer an opt-out and the date were read. The figures come from general knowledge and should be checked against 64.1200(a)(3).",
    "The 3 in 30 days are applied to healthcare messages too, which is the stricter reading.",
    "No federal hours for calls that are not telemarketing.",
  ],
  readOn: "2026-11-21",
};
