import type { LegalRule } from "./legal-rule.ts";

const usTsr: LegalRule = {
  id: "us-tsr",
  jurisdiction: "US",
  name: "United States - federal, FTC Telemarketing Sales Rule",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2003-10-01",
  effectiveTo: null,
  datesNote: "2003-10-01 (3 %/30-day campaign measure 2008-10-01; 5-year records 2024-10-15)",
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
      mustName: ["caller", "callback-number"],
      text: "Recorded message stating name and telephone number of the seller on whose behalf the call was placed, played whenever no sales representative is available within 2 s of the person's completed greeting.",
    },
    scope: "per calling campaign; campaign shorter than 30 days = its whole duration, else each successive 30-day period or part",
  },
  ring: { leastSeconds: 15 },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: 5,
  scrub: { register: "us-national", mostAgeDays: 31 },
  exemptions: [
    { when: null, lifts: [], text: "prior consent to call at another time (310.4(c))" },
    {
      when: null,
      lifts: [],
      text: "established business relationship: 18 months after purchase/transaction, 3 months after inquiry - lifts registry scrub only, not hours",
    },
    { when: null, lifts: [], text: "express written agreement for that seller" },
    { when: null, lifts: [], text: "business-to-business mostly exempt (310.6(b)(7)); misrepresentation rules reach B2B since 2024" },
    { when: null, lifts: [], text: "charity/political: see TSR scope" },
  ],
  citation: "16 CFR 310.4 (TSR, abusive acts: hours, abandonment, DNC)",
  sources: [
    { citation: "16 CFR 310.4 (TSR, abusive acts: hours, abandonment, DNC)", address: "https://www.law.cornell.edu/cfr/text/16/310.4" },
    {
      citation: "FTC TSR call-abandonment safe harbour, 16 CFR 310.4(b)(4) (summary quoting the four conditions)",
      address: "https://dnc.com/faq//there-call-abandonment-safe-harbor",
    },
    { citation: "Secondary: 2026 regulatory register naming official pages (public document)", address: null },
    { citation: "Secondary: TSR 310.4(b)(3)(iv) 31-day scrub (public source file)", address: null },
  ],
  confidence: "high",
  notes: [
    "Ring rule is 15 seconds OR four rings; encode 15 s. 'Abandoned' = answered by a person and not connected to a representative within 2 s of completed greeting. Safe harbour also needs records proving compliance. Hours apply to calls to a person's residence, called party's local time. Caller-ID transmission 310.4(a)(8) (number, and name where available; seller's number may be substituted) and the exact wording of 310.5 were not seen in the excerpt: retention 5 years taken from two secondary sources. Informational and debt-collection calls are not telemarketing under the TSR.",
  ],
  readOn: "2026-11-21",
};

const usTcpa: LegalRule = {
  id: "us-tcpa",
  jurisdiction: "US",
  name: "United States - federal, TCPA rules 47 CFR 64.1200",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2003-10-01",
  effectiveTo: null,
  datesNote: "2003-10-01; consent revocation 2025-04-11; revoke-all across programmes delayed to 2027-01-31",
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
      text: "Prerecorded identification and opt-out message limited to: that the call was for 'telemarketing purposes', name of the business on whose behalf the call was placed, a telephone number for do-not-call requests usable in business hours, AND an automated voice/key-press opt-out mechanism that records the number on the seller's do-not-call list and ends the call.",
    },
    scope: "30-day period per single calling campaign",
  },
  ring: { leastSeconds: 15 },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: 5,
  scrub: { register: "us-national", mostAgeDays: 31 },
  exemptions: [
    { when: null, lifts: [], text: "emergency" },
    { when: null, lifts: [], text: "calls with prior express invitation or permission" },
    {
      when: null,
      lifts: [],
      text: "established business relationship (18 months purchase / 3 months inquiry) - lifts registry, not hours, not company DNC",
    },
    { when: null, lifts: [], text: "tax-exempt nonprofit" },
  ],
  citation: "47 CFR 64.1200(a)(7) quoted",
  sources: [
    { citation: "47 CFR 64.1200(a)(7) quoted", address: "https://telemarketingrules.com/curfew%2Fabandonment" },
    {
      citation: "FCC FNPRM FCC 25-76 (Oct 2025): proposal to delete 15 s/4 rings, 3 % cap, company DNC (summary)",
      address: "https://www.ecomm-alliance.org/?p=51236",
    },
    {
      citation: "47 CFR 64.1200(a)(10),(11),(d)(3) effective-date notice (revocation, 10 business days; 11 Apr 2025)",
      address: "https://d1tvxue8o4w0fl.cloudfront.net/federal-register/strengthening-the-ability-of-consumers-to-stop-robocalls-2",
    },
    { citation: "47 CFR 64.1200 (2008 edition)", address: "http://edocket.access.gpo.gov/cfr_2008/octqtr/47cfr64.1200.htm" },
    { citation: "Secondary: 2026 regulatory register naming official pages (public document)", address: null },
  ],
  confidence: "medium",
  notes: [
    "8 a.m.-9 p.m. called party's location, residential subscribers (64.1200(c)(1)); wireless numbers treated as residential for DNC. FCC 25-76 (adopted 28 Oct 2025) proposes to DELETE the 15-second/4-ring, 3 % abandonment and company-DNC rules; one 2026 source says no final rule by mid-2026; final status not verifiable here - keep the rule, make it versioned. Whether quiet hours bind consented calls is litigated (petition March 2025 unresolved in sources): apply hours regardless of consent. Revocation by any reasonable means, honoured within 10 business days. AI voice = artificial/prerecorded voice (FCC 24-17). Record retention 5 years is inferred from company-DNC rule and TSR, not seen in text.",
  ],
  readOn: "2026-11-21",
};

const usTcpaPrerecordedExempt: LegalRule = {
  id: "us-tcpa-prerecorded-exempt",
  jurisdiction: "US",
  name: "United States - federal, exempted artificial/prerecorded calls to residential lines (FCC 20-186 / 22-100)",
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
        "non-commercial, nonprofit and commercial-but-not-telemarketing prerecorded calls to a residential line without consent (figure not seen in excerpt)",
    },
    {
      per: "number",
      about: "anything",
      attempts: 3,
      hours: 168,
      scope: "HIPAA healthcare messages, and max 1 per day (figure not seen in excerpt)",
      when: "healthcare",
    },
    {
      per: "number",
      about: "anything",
      attempts: 1,
      hours: 24,
      scope: "HIPAA healthcare messages (figure not seen in excerpt)",
      when: "healthcare",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: null, lifts: [], text: "more calls allowed with oral or written consent" }],
  citation: "88 FR 3668, Limits on Exempted Calls (numeric limits affirmed, effective 20 July 2023)",
  sources: [
    {
      citation: "88 FR 3668, Limits on Exempted Calls (numeric limits affirmed, effective 20 July 2023)",
      address: "http://federal.elaws.us/citation/88-FR-3677",
    },
    { citation: "FCC 22-100", address: "https://docs.fcc.gov/public/attachments/FCC-22-100A1.txt" },
  ],
  confidence: "medium",
  notes: [
    "Existence, opt-out duty and effective date read; the numbers 3/30 days and 1/day-3/week are from general knowledge and were NOT in the excerpts - verify against 64.1200(a)(3) before enabling. No federal hours for non-telemarketing calls.",
  ],
  readOn: "2026-11-21",
};

const usRegf: LegalRule = {
  id: "us-regf",
  jurisdiction: "US",
  name: "United States - federal debt collection, Regulation F 12 CFR 1006.6(b), 1006.14(b)",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: "2021-11-30",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-debt",
      attempts: 7,
      hours: 168,
      scope: "calls placed about one particular debt (presumption, counts attempts; student loans serviced under one account = one debt)",
    },
  ],
  coolDowns: [
    {
      after: "conversation",
      per: "person",
      about: "same-debt",
      hours: 168,
      scope:
        "cool-down: no call about that debt within 7 consecutive days after a telephone conversation about it, conversation date = day 1, whoever initiated it",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "calls made within 7 days of direct prior consent to that collector" },
    { when: null, lifts: [], text: "calls that do not connect to the dialled number" },
    { when: null, lifts: [], text: "calls to the person's attorney, creditor, etc." },
    { when: null, lifts: [], text: "inbound calls do not count as calls but an inbound conversation starts the cool-down" },
  ],
  citation: "NAFCU on 12 CFR 1006.14(b)(2)(i)(A)-(B)",
  sources: [
    {
      citation: "NAFCU on 12 CFR 1006.14(b)(2)(i)(A)-(B)",
      address: "https://nafcu.org/compliance-blog/debt-collection-rule-and-call-limits-second-look",
    },
    {
      citation: "CFPB FAQ via ACA: excluded calls, 7-day consent window",
      address:
        "https://www.acainternational.org/news/reg-f-question-of-the-week-are-certain-calls-excluded-from-the-presumptions-of-telephone-call-frequency/",
    },
    { citation: "CFPB FAQs via insideARM", address: "https://insidearm.com/news/00048424-cfpb-releases-reg-f-guidance/" },
    { citation: "Worked example of day-one counting (stored public file)", address: null },
  ],
  confidence: "high",
  notes: [
    "Rebuttable presumption, per PERSON and per DEBT (not per number). Times known to be inconvenient; absent knowledge, before 8 a.m. or after 9 p.m. at the consumer's location is inconvenient. Honour stated inconvenient times/places, workplace and medium preferences. Original creditors not covered federally. Retention (3 years after last collection activity, 1006.100) not read. When area code and address disagree, use hours valid in both.",
  ],
  readOn: "2026-11-21",
};

export const usRules: readonly LegalRule[] = [usTsr, usTcpa, usTcpaPrerecordedExempt, usRegf];
