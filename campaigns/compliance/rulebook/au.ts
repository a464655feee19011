/**
 * Australia. Saturdays end at 17:00, Sundays and national holidays are closed; the number shown must be answered for 30
 * days. Five clocks, and not all of them change in summer.
 */
import type { LegalRule } from "./legal-rule.ts";

const au: LegalRule = {
  id: "au",
  jurisdiction: "AU",
  name: "Australia: industry standard of 2017 and the Do Not Call Register",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2017-03-01",
  effectiveTo: null,
  datesNote: "The standard was remade in March 2017; the day is not established and the first is taken.",
  hours: { weekday: [["09:00", "20:00"]], saturday: [["09:00", "17:00"]], sunday: "banned", holiday: "banned" },
  // National public holidays only; those of a state are ordinary days.
  holidays: "au-national",
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: ["Show a number.", "Somebody must be reached on that number for 30 days after the call."],
  duties: [
    "End the call at once when the person asks for it.",
    "End the call at once when the person turns out to be where the hours are over.",
  ],
  retentionYears: null,
  scrub: { register: "au-dncr", mostAgeDays: 30 },
  exemptions: [
    { when: "agreed-time", lifts: ["hours", "holidays"], text: "The person gave express consent to a call at that time." },
    { when: "charity", lifts: ["register"], text: "Charities and some others need not ask the register; the hours hold for them." },
    {
      when: null,
      lifts: [],
      text: "Research calls are believed to have longer hours (to 20:30, and Sundays 9-17). Not seen, so they keep the hours of sales calls.",
    },
  ],
  citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017; Do Not Call Register Act 2006",
  sources: [
    { citation: "Table of calling times", address: "https://packleader.net.au/topic/the-telecommunications-industry-standard/" },
    {
      citation: "Do Not Call Register on the industry standards",
      address: "https://donotcall.gov.au/industry/industry-overview/industry-standards",
    },
    {
      citation: "Do Not Call Register on the remade standard: express consent only",
      address: "https://donotcall.gov.au/media-releases/remade-telemarketing-standard-what-you-need-to-know",
    },
  ],
  confidence: "high",
  notes: [
    "That an answer of the register is valid for 30 days is general knowledge; the text was not seen.",
    "Whether express consent lifts the register was not read; it does not here.",
  ],
  readOn: "2026-11-21",
};

export const auRules: readonly LegalRule[] = [au];
