import type { LegalRule } from "./legal-rule.ts";

const caUtr: LegalRule = {
  id: "ca-utr",
  jurisdiction: "CA",
  name: "Canada - CRTC Unsolicited Telecommunications Rules",
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
    scope: "calendar month; FIGURE NOT SEEN in text",
  },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: 3,
  scrub: { register: "ca-national", mostAgeDays: 31 },
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "DNCL only: registered charities, parties/candidates, general-circulation newspapers, existing business relationship (18 months purchase / 6 months inquiry), express consent, business consumers - hours and Part III/IV still apply",
    },
    { when: null, lifts: [], text: "market research, polls, collection of overdue accounts are not telemarketing" },
  ],
  citation: "National DNCL: plain-language rules",
  sources: [
    { citation: "National DNCL: plain-language rules", address: "https://www.lnnte-dncl.gc.ca/ind/ntr-nrt-eng" },
    {
      citation: "CRTC rules summary (2-second abandoned call, 31 days)",
      address: "https://ru.scribd.com/document/54030695/CRTC-Telemarketing-Rules-and-Regulations",
    },
    { citation: "CRTC 2014-155", address: "https://crtc.gc.ca/eng/archive/2014/2014-155.htm" },
    { citation: "Secondary, June 2026: hours, 14-day internal list, Notice 2026-132", address: null },
    {
      citation: "FEDMA: EBR periods",
      address: "https://www.fedma.org/legalfacts/canada-lfp/marketing-canada-lfp/telemarketing-and-fax-b2b-b2c-opt-out/",
    },
  ],
  confidence: "medium",
  notes: [
    "Hours well corroborated. The 5 %/month abandonment cap and 3-year records are general knowledge, not in the excerpts. Internal do-not-call within 14 days. Registration mandatory even if exempt. No federal holiday ban found, but provincial law can be stricter and a vendor lists holidays as restricted 'National': conservative = block. CRTC Notice 2026-132 (11 June 2026) reviews UTR incl. AI voices; ruling not found.",
  ],
  readOn: "2026-11-21",
};

const caAdad: LegalRule = {
  id: "ca-adad",
  jurisdiction: "CA",
  name: "Canada - ADAD (prerecorded/synthesised voice) rules",
  covers: ["prerecorded-telemarketing", "prerecorded-informational"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:30"]], saturday: [["10:00", "18:00"]], sunday: [["10:00", "18:00"]], holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["prerecorded-telemarketing", "prerecorded-informational"], lifeDays: null, text: "express" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "non-solicitation ADAD: hours + identification within about 10 s (secondary)" }],
  citation: "CRTC 2014-155: ADAD solicitation denied even with existing business relationship",
  sources: [
    {
      citation: "CRTC 2014-155: ADAD solicitation denied even with existing business relationship",
      address: "https://crtc.gc.ca/eng/archive/2014/2014-155.htm",
    },
    { citation: "Secondary 2026", address: null },
  ],
  confidence: "medium",
  notes: [
    "Solicitation by ADAD needs express consent; EBR is NOT enough. Whether conversational AI is an ADAD is under consultation: treat as yes. Application of these hours to non-solicitation ADAD calls not verified in text.",
  ],
  readOn: "2026-11-21",
};

export const caRules: readonly LegalRule[] = [caUtr, caAdad];
