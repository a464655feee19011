/**
 * United Kingdom. No statute sets hours. What stands out: silent and abandoned calls are an offence against everybody,
 * whatever the call is for (72 hours of silence after one), counted by the day and from the start of speech; the TPS is
 * asked every 28 days; a recorded sales call needs consent.
 */
import type { LegalRule } from "./legal-rule.ts";

const NO_HOURS: LegalRule["hours"] = { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" };

const PECR_TEXT = { citation: "PECR regulation 21, with the 28 days and the number shown", address: "https://caps-ltd.co.uk/?p=5789" };

const gbOfcom: LegalRule = {
  id: "gb-ofcom",
  jurisdiction: "GB",
  name: "United Kingdom: Ofcom on persistent misuse (silent and abandoned calls)",
  covers: ["telemarketing", "prerecorded-telemarketing", "prerecorded-informational", "debt", "informational", "research", "fundraising"],
  inherits: [],
  effectiveFrom: "2017-03-01",
  effectiveTo: null,
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "abandoned",
      per: "number",
      about: "anything",
      hours: 72,
      scope: "72 hours after an abandoned call only with an agent held for the call (statements of 2008 and 2010)",
      unlessAgentHeld: true,
    },
    {
      after: "machine",
      per: "number",
      about: "anything",
      hours: 24,
      scope: "the same day after a machine was detected only with an agent held for the call (statement of 2010); 24 hours are applied",
      unlessAgentHeld: true,
    },
  ],
  abandonment: {
    mostShare: 0.03,
    window: "day",
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "start-of-speech",
    message: {
      mustName: ["caller", "callback-number"],
      text: "Within 2 seconds of the start of the greeting: who calls and a number to call back. Nothing that sells (statement of 2010).",
    },
    scope: "live calls of one campaign in one call centre, from midnight to midnight",
  },
  ring: { leastSeconds: 15 },
  consent: null,
  callerId: [],
  duties: [
    "No silent calls: whoever answers hears an agent or the message.",
    "A person whom answer detection takes for a machine counts as abandoned.",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Communications Act 2003 s. 128-131; Ofcom, persistent misuse statement of 2016",
  sources: [
    { citation: "Ofcom's statement, a copy of the full text", address: "https://filitastica.com/gdpr-policy/" },
    {
      citation: "Ofcom, page of the consultation",
      address: "https://www.ofcom.org.uk/consultations-and-statements/category-1/review-of-how-we-use-persistent-misuse-powers",
    },
    {
      citation: "The rules of 2008 and 2010 on one page",
      address: "https://docest.com/the-overview-of-the-ofcom-requirements-in-place-before-this-revision-were",
    },
    {
      citation: "Sytel on the statement of December 2016: 3 % is no target any more",
      address: "http://sytelco.com/knowledge/compliance/compliance-guidelines-predictive-dialling-uk/",
    },
  ],
  confidence: "medium",
  notes: [
    "The figures are those of 2008 and 2010. In 2017 they became good practice and a matter of priority; the annex was not seen. 3 % is no safe harbour since: any silent or abandoned call can be misuse.",
    "The industry's guidance on hours (secondary): 8-21 from Monday to Friday, 9-21 on Saturday, none on Sunday. It is not law and not applied.",
  ],
  readOn: "2026-11-21",
};

const gbPecr: LegalRule = {
  id: "gb-pecr",
  jurisdiction: "GB",
  name: "United Kingdom: PECR 2003, live sales calls and the TPS",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: ["Show the caller's own number, or one on which the caller can be reached."],
  duties: [
    "Companies have a register of their own, the CTPS: load its file together with the TPS.",
    "Claims management and pensions (regulations 21A and 21B): only with consent or within a narrow relationship.",
  ],
  retentionYears: null,
  scrub: { register: "gb-tps", mostAgeDays: 28 },
  exemptions: [{ when: "consent", lifts: ["register"], text: "The subscriber told this very caller that they do not object." }],
  citation: "Privacy and Electronic Communications Regulations 2003, reg. 21, 21A, 21B",
  sources: [
    PECR_TEXT,
    {
      citation: "Guidance of the ICO on live calls, a copy",
      address: "http://fgks.org/proxy/index.php?q=aHR0cHM6Ly9pc3N1dS5jb20vOTM0OTQ0Mi9kb2NzL21lcnZpbnNraXlfNDgxXzQ3YWUyNDk1NjI4ODQ4",
    },
  ],
  confidence: "high",
  notes: [
    "No statutory hours.",
    "A campaign does not say whether it is about claims or pensions, so nothing here demands their consent: whoever runs one imports contacts with consent only.",
  ],
  readOn: "2026-11-21",
};

/** Apart from gb-pecr, because live calls need no consent and recorded ones do. */
const gbPecrAutomated: LegalRule = {
  id: "gb-pecr-automated",
  jurisdiction: "GB",
  name: "United Kingdom: PECR 2003, automated sales calls",
  covers: ["prerecorded-telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "A recorded sales call needs the subscriber's consent beforehand.",
  },
  callerId: ["Show the caller's own number, or one on which the caller can be reached."],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Privacy and Electronic Communications Regulations 2003, reg. 19",
  sources: [PECR_TEXT],
  confidence: "high",
  notes: [],
  readOn: "2026-11-21",
};

export const gbRules: readonly LegalRule[] = [gbOfcom, gbPecr, gbPecrAutomated];
