/**
 * Netherlands. No hours; consent first since 2021-07-01, and for one's own customers too since 2026-07-01. The register
 * Bel-me-niet ended with the law of 2021.
 */
import type { LegalRule } from "./legal-rule.ts";

const NO_HOURS: LegalRule["hours"] = { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" };
const CALLER_ID = ["An anonymous call is forbidden."];
const DUTIES = ["Offer in every call to object to further calls."];
const SOLE_TRADERS = "Sole traders count as natural persons: a campaign to businesses calls legal persons only.";

const EXEMPTIONS: LegalRule["exemptions"] = [
  { when: "charity", lifts: ["consent"], text: "Charities." },
  { when: "lottery", lifts: ["consent"], text: "Lotteries that give to charity." },
  { when: "press", lifts: ["consent"], text: "Newspapers and magazines." },
  { when: "business", lifts: ["consent"], text: "A live call to a legal person." },
];

const B2B = {
  citation: "NextBI on calls to businesses",
  address: "https://nextbi.nl/en/data-driven-marketing/direct-marketing/telecommunications-law",
};
const OPT_IN_2021 = {
  citation: "NU.nl on the law of 2021",
  address: "https://www.nu.nl/tech/6142669/nieuwe-telecommunicatiewet-gaat-in-en-maakt-bel-me-niet-register-overbodig.html?redirect=1",
};
const CUSTOMERS_2026 = {
  citation: "Delta Advisory: customers too from 2026-07-01",
  address: "https://deltaadvisory.nl/telemarketing-uw-klant-niet-meer-ongevraagd-bellen",
};

const nl: LegalRule = {
  id: "nl",
  replaces: "nl-2021",
  jurisdiction: "NL",
  name: "Netherlands: consent first, customers included",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2026-07-01",
  effectiveTo: null,
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["telemarketing"],
    lifeDays: null,
    text: "Consent beforehand. Having been a customer is no reason to call any more.",
  },
  callerId: CALLER_ID,
  duties: DUTIES,
  retentionYears: null,
  scrub: null,
  exemptions: EXEMPTIONS,
  citation: "Telecommunicatiewet, art. 11.7",
  sources: [CUSTOMERS_2026, OPT_IN_2021, B2B],
  confidence: "medium",
  notes: ["No statutory hours were found.", SOLE_TRADERS],
  readOn: "2026-11-21",
};

const nl2021: LegalRule = {
  id: "nl-2021",
  jurisdiction: "NL",
  name: "Netherlands: consent first, customers excepted",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2021-07-01",
  effectiveTo: "2026-06-30",
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "Consent beforehand, except from customers." },
  callerId: CALLER_ID,
  duties: DUTIES,
  retentionYears: null,
  scrub: null,
  exemptions: [{ when: "customer", withinDays: 1095, lifts: ["consent"], text: "Customers, for three years." }, ...EXEMPTIONS],
  citation: "Telecommunicatiewet, art. 11.7, as of 2021-07-01",
  sources: [OPT_IN_2021, CUSTOMERS_2026, B2B],
  confidence: "medium",
  notes: ["No statutory hours were found.", SOLE_TRADERS],
  readOn: "2026-11-21",
};

/** Apart from nl: the exceptions that were read are for live calls. */
const nlAutomated: LegalRule = {
  id: "nl-automated",
  jurisdiction: "NL",
  name: "Netherlands: calling machines",
  covers: ["prerecorded-telemarketing"],
  inherits: [],
  effectiveFrom: "2021-07-01",
  effectiveTo: null,
  datesNote: "Since when machines need consent was not read; the date is that of consent for live calls.",
  hours: NO_HOURS,
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "A recorded sales call needs consent beforehand.",
  },
  callerId: CALLER_ID,
  duties: DUTIES,
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Telecommunicatiewet, art. 11.7",
  sources: [B2B],
  confidence: "low",
  notes: [
    "That legal persons may be called without consent was read of live calls. What holds for machines was not read: consent is demanded of everybody, without exception.",
  ],
  readOn: "2026-11-21",
};

export const nlRules: readonly LegalRule[] = [nl, nl2021, nlAutomated];
