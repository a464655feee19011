/** Ireland. No hours; an opt-out register for landlines, and mobiles only with consent or for customers. */
import type { LegalRule } from "./legal-rule.ts";

const ie: LegalRule = {
  id: "ie",
  jurisdiction: "IE",
  name: "Ireland: S.I. 336/2011 and the opt-out register of the National Directory Database",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  numberTypeBan: {
    type: "mobile",
    unless: ["consent", "customer"],
    text: "Sales calls to a mobile need consent, unless the person is a customer.",
  },
  consent: null,
  callerId: [],
  duties: [
    "Financial firms phone their customers only in the cases that the Consumer Protection Code lists (a similar product within 12 months, and others).",
  ],
  retentionYears: null,
  scrub: { register: "ie-ndd", mostAgeDays: 28 },
  exemptions: [
    { when: "customer", lifts: ["register"], text: "Customers, present or recent, may be called though they are on the register." },
    { when: "consent", lifts: ["register"], text: "The person gave consent." },
  ],
  citation: "S.I. No. 336/2011, reg. 13",
  sources: [
    {
      citation: "ComReg, a guide to cold calls",
      address:
        "http://www.askcomreg.ie/tell_us/cold_calls___a_quick_guide_to_preventing_unwanted_calls_from_direct_marketing_companies.235.LE.asp",
    },
    {
      citation: "Citizens Information on unwanted sales calls",
      address:
        "http://www.citizensinformation.ie/en/consumer_affairs/telecommunications_and_postal_services/dealing_with_unwanted_telephone_sales_calls.html",
    },
    {
      citation: "Central Bank, Consumer Protection Code 3.40 (financial firms)",
      address: "https://www.centralbank.ie/consumer/cpc/requirements/Pages/personalvisits.aspx",
    },
  ],
  confidence: "medium",
  notes: [
    "No statutory hours for sales calls were found.",
    "Numbers that are not in the directory are opted out by themselves; they stand in the register's file.",
    "How recent a recent customer may be is not said in what was read: the consent ledger must have the person as a customer.",
    "For financial firms the Consumer Protection Code is believed to allow 9-21 from Monday to Saturday only; the text was not seen, and the code was being replaced in 2026 (not verified). Such a firm sets its campaign's window so.",
  ],
  readOn: "2026-11-21",
};

export const ieRules: readonly LegalRule[] = [ie];
