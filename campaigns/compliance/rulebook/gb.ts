import type { LegalRule } from "./legal-rule.ts";

const gbOfcom: LegalRule = {
  id: "gb-ofcom",
  jurisdiction: "GB",
  name: "United Kingdom - Ofcom persistent misuse statement (from 1 March 2017)",
  covers: ["telemarketing", "debt", "informational", "research", "fundraising"],
  inherits: [],
  effectiveFrom: "2017-03-01",
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "abandoned",
      per: "number",
      about: "anything",
      hours: 72,
      scope: "after an abandoned call: no redial for 72 h unless a live agent is guaranteed (2008/2010 text)",
      unlessAgentHeld: true,
    },
    {
      after: "machine",
      per: "number",
      about: "anything",
      hours: 24,
      scope: "after answer-machine detection: repeat same day only with guaranteed agent (2010 text)",
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
      text: "Recorded information message (identity and number to call back, no marketing) within 2 s of start of salutation (2010 text).",
    },
    scope:
      "per campaign and per call centre, midnight-midnight 24 h, live calls; 2017: NOT a safe harbour - any silent or abandoned call can be misuse",
  },
  ring: { leastSeconds: 15 },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Ofcom statement, full text copy",
  sources: [
    { citation: "Ofcom statement, full text copy", address: "https://filitastica.com/gdpr-policy/" },
    {
      citation: "Ofcom consultation page",
      address: "https://www.ofcom.org.uk/consultations-and-statements/category-1/review-of-how-we-use-persistent-misuse-powers",
    },
    {
      citation: "One-page overview of 2008/2010 rules",
      address: "https://docest.com/the-overview-of-the-ofcom-requirements-in-place-before-this-revision-were",
    },
    {
      citation: "Sytel on Dec 2016 statement: 3 % no longer a target",
      address: "http://sytelco.com/knowledge/compliance/compliance-guidelines-predictive-dialling-uk/",
    },
  ],
  confidence: "medium",
  notes: [
    "Covers every purpose, not only marketing. Numeric limits are from the 2008/2010 statements; in 2017 they became prioritisation/good practice (annex text not seen). No UK statute sets calling hours; industry guidance 8-21 Mon-Fri, 9-21 Sat, none Sun (secondary). No silent calls; AMD false positives count.",
  ],
  readOn: "2026-11-21",
};

const gbPecr: LegalRule = {
  id: "gb-pecr",
  jurisdiction: "GB",
  name: "United Kingdom - PECR 2003 regs 19, 21, 21A, 21B, TPS/CTPS",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: { register: "gb-tps", mostAgeDays: 28 },
  exemptions: [{ when: null, lifts: [], text: "subscriber told this caller they do not object (overrides TPS)" }],
  citation: "PECR reg 21 text incl. 28-day rule and CLI",
  sources: [
    { citation: "PECR reg 21 text incl. 28-day rule and CLI", address: "https://caps-ltd.co.uk/?p=5789" },
    {
      citation: "ICO live-calls guidance copy",
      address: "http://fgks.org/proxy/index.php?q=aHR0cHM6Ly9pc3N1dS5jb20vOTM0OTQ0Mi9kb2NzL21lcnZpbnNraXlfNDgxXzQ3YWUyNDk1NjI4ODQ4",
    },
  ],
  confidence: "high",
  notes: [
    "Present own CLI or a contactable number. CTPS protects companies. Claims-management and pension calls (21A/21B) need consent/narrow relationship. Automated calls need consent. No statutory hours.",
  ],
  readOn: "2026-11-21",
};

export const gbRules: readonly LegalRule[] = [gbOfcom, gbPecr];
