import type { LegalRule } from "./legal-rule.ts";

const au: LegalRule = {
  id: "au",
  jurisdiction: "AU",
  name: "Australia - Telemarketing and Research Calls Industry Standard 2017; Do Not Call Register Act 2006",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2017-03-01",
  effectiveTo: null,
  datesNote: "2017-03",
  hours: { weekday: [["09:00", "20:00"]], saturday: [["09:00", "17:00"]], sunday: "banned", holiday: "banned" },
  holidays: "au-national",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "au-dncr", mostAgeDays: 30 },
  exemptions: [
    { when: null, lifts: [], text: "express consent to a call at that time" },
    { when: null, lifts: [], text: "research calls have longer hours (believed to 20:30 and Sunday 9-17: not seen)" },
    { when: null, lifts: [], text: "charities etc. exempt from register, NOT from hours" },
  ],
  citation: "Calling-time table",
  sources: [
    { citation: "Calling-time table", address: "https://packleader.net.au/topic/the-telecommunications-industry-standard/" },
    { citation: "DNCR: industry standards", address: "https://donotcall.gov.au/industry/industry-overview/industry-standards" },
    {
      citation: "DNCR: remade standard, express consent only",
      address: "https://donotcall.gov.au/media-releases/remade-telemarketing-standard-what-you-need-to-know",
    },
  ],
  confidence: "high",
  notes: [
    "NATIONAL public holidays banned. CLI enabled; call-back number must stay answerable 30 days. Terminate at once on request, or when the person turns out to be in a place outside hours. 30-day wash validity is general knowledge, not seen. Five offsets, DST differs.",
  ],
  readOn: "2026-11-21",
};

export const auRules: readonly LegalRule[] = [au];
