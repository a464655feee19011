/**
 * Canada, federal. Late evenings on weekdays (to 21:30), short weekends; 5 % abandoned in a calendar month; a recorded
 * or synthetic voice that sells needs express consent, and being a customer is not enough for it.
 */
import type { LegalRule } from "./legal-rule.ts";

const caUtr: LegalRule = {
  id: "ca-utr",
  jurisdiction: "CA",
  name: "Canada: Unsolicited Telecommunications Rules of the CRTC",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2008-09-30",
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:30"]], saturday: [["10:00", "18:00"]], sunday: [["10:00", "18:00"]], holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: {
    mostShare: 0.05,
    window: "month",
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "end-of-greeting",
    message: null,
    scope: "a calendar month; the text with the figure was not seen",
  },
  consent: null,
  callerId: ["Show a number; hiding it is forbidden."],
  duties: [
    "Register with the operator of the national list before calling, even when an exemption from the list holds.",
    "Put whoever asks not to be called on the caller's own list within 14 days.",
  ],
  retentionYears: 3,
  scrub: { register: "ca-national", mostAgeDays: 31 },
  // They lift the national list alone: hours and Parts III and IV of the rules hold for everybody. Months are counted in
  // the fewest days that they can have: 18 in 546, 6 in 181.
  exemptions: [
    { when: "charity", lifts: ["register"], text: "Registered charities need not ask the national list." },
    { when: "political", lifts: ["register"], text: "Parties and candidates need not ask the national list." },
    { when: "press", lifts: ["register"], text: "Newspapers of general circulation need not ask the national list." },
    { when: "purchase", withinDays: 546, lifts: ["register"], text: "Business relationship: a purchase in the last 18 months." },
    { when: "inquiry", withinDays: 181, lifts: ["register"], text: "Business relationship: an inquiry in the last 6 months." },
    { when: "consent", lifts: ["register"], text: "The person gave express consent." },
    { when: "business", lifts: ["register"], text: "The called party is a business." },
    { when: null, lifts: [], text: "Market research, polls and the collection of overdue accounts are no telemarketing." },
  ],
  citation: "CRTC Unsolicited Telecommunications Rules, Parts II to IV",
  sources: [
    { citation: "National DNCL, the rules in plain language", address: "https://www.lnnte-dncl.gc.ca/ind/ntr-nrt-eng" },
    {
      citation: "Summary of the CRTC rules: 2 seconds for abandoned calls, 31 days",
      address: "https://ru.scribd.com/document/54030695/CRTC-Telemarketing-Rules-and-Regulations",
    },
    { citation: "CRTC 2014-155", address: "https://crtc.gc.ca/eng/archive/2014/2014-155.htm" },
    { citation: "Secondary, June 2026: hours, own list within 14 days, Notice 2026-132", address: null },
    {
      citation: "FEDMA, periods of the existing business relationship",
      address: "https://www.fedma.org/legalfacts/canada-lfp/marketing-canada-lfp/telemarketing-and-fax-b2b-b2c-opt-out/",
    },
  ],
  confidence: "medium",
  notes: [
    "The hours stand in several sources that agree. The 5 % a month and the 3 years of records are general knowledge; no text with them was seen.",
    "No federal ban on holidays was found and none is applied. Provinces may be stricter, and one vendor's chart restricts national holidays: whoever wants to be careful closes them in the campaign's window.",
    "CRTC Notice 2026-132 of 2026-06-11 reviews these rules, calls by artificial voices included. No ruling was found.",
  ],
  readOn: "2026-11-21",
};

const caAdad: LegalRule = {
  id: "ca-adad",
  jurisdiction: "CA",
  name: "Canada: automatic dialing-announcing devices (recorded or synthetic voice)",
  covers: ["prerecorded-telemarketing", "prerecorded-informational"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:30"]], saturday: [["10:00", "18:00"]], sunday: [["10:00", "18:00"]], holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "A device that solicits needs express consent. An existing business relationship does not stand in for it.",
  },
  callerId: ["Show a number; hiding it is forbidden."],
  duties: ["A recording that sells nothing says who calls within about 10 seconds (secondary source)."],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "A recording that sells nothing needs no consent, but keeps the hours and says who calls." }],
  citation: "CRTC Unsolicited Telecommunications Rules, Part IV (ADAD); CRTC 2014-155",
  sources: [
    {
      citation: "CRTC 2014-155: no solicitation by such a device, even within a business relationship",
      address: "https://crtc.gc.ca/eng/archive/2014/2014-155.htm",
    },
    { citation: "Secondary, 2026", address: null },
  ],
  confidence: "medium",
  notes: [
    "Whether a machine that converses is such a device is under consultation; here it is one.",
    "That recordings which sell nothing keep these hours was not verified in the text; they are applied.",
  ],
  readOn: "2026-11-21",
};

export const caRules: readonly LegalRule[] = [caUtr, caAdad];
