import type { LegalRule } from "./legal-rule.ts";

const ie: LegalRule = {
  id: "ie",
  jurisdiction: "IE",
  name: "Ireland - S.I. 336/2011 reg 13, NDD opt-out register",
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
  scrub: { register: "ie-ndd", mostAgeDays: 28 },
  exemptions: [
    { when: null, lifts: [], text: "current/recent customers" },
    { when: null, lifts: [], text: "consent" },
  ],
  citation: "ComReg guide",
  sources: [
    {
      citation: "ComReg guide",
      address:
        "http://www.askcomreg.ie/tell_us/cold_calls___a_quick_guide_to_preventing_unwanted_calls_from_direct_marketing_companies.235.LE.asp",
    },
    {
      citation: "Citizens Information",
      address:
        "http://www.citizensinformation.ie/en/consumer_affairs/telecommunications_and_postal_services/dealing_with_unwanted_telephone_sales_calls.html",
    },
    {
      citation: "Central Bank CPC 3.40 (financial firms)",
      address: "https://www.centralbank.ie/consumer/cpc/requirements/Pages/personalvisits.aspx",
    },
  ],
  confidence: "medium",
  notes: [
    "No statutory hours found for telemarketing. Mobiles: opt-in unless customer/consent. Ex-directory numbers opted out automatically. Financial firms may phone existing customers only in listed cases (similar product within 12 months, etc.); believed 9-21 Mon-Sat limit in the CPC not seen; CPC was being replaced in 2026 (not verified).",
  ],
  readOn: "2026-11-21",
};

export const ieRules: readonly LegalRule[] = [ie];
