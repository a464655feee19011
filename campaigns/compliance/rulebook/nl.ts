import type { LegalRule } from "./legal-rule.ts";

const nl: LegalRule = {
  id: "nl",
  jurisdiction: "NL",
  name: "Netherlands - Telecommunicatiewet art. 11.7",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: "2026-07-01",
  effectiveTo: null,
  datesNote: "2026-07-01 (opt-in since 2021-07-01)",
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "opt_in" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "charities" },
    { when: null, lifts: [], text: "lotteries giving to charity" },
    { when: null, lifts: [], text: "newspapers and magazines" },
    { when: null, lifts: [], text: "legal persons (live call)" },
  ],
  citation: "From 1 July 2026 customers too",
  sources: [
    { citation: "From 1 July 2026 customers too", address: "https://deltaadvisory.nl/telemarketing-uw-klant-niet-meer-ongevraagd-bellen" },
    {
      citation: "2021 opt-in",
      address: "https://www.nu.nl/tech/6142669/nieuwe-telecommunicatiewet-gaat-in-en-maakt-bel-me-niet-register-overbodig.html?redirect=1",
    },
    { citation: "B2B", address: "https://nextbi.nl/en/data-driven-marketing/direct-marketing/telecommunications-law" },
  ],
  confidence: "medium",
  notes: [
    "The 3-year customer exception is GONE from 1 July 2026. Sole traders count as natural persons. Anonymous calling barred; offer opposition in every call. No statutory hours found.",
  ],
  readOn: "2026-11-21",
};

export const nlRules: readonly LegalRule[] = [nl];
