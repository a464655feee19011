import type { LegalRule } from "./legal-rule.ts";

const dk: LegalRule = {
  id: "dk",
  jurisdiction: "DK",
  name: "Denmark - forbrugeraftaleloven section 4",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["telemarketing"], lifeDays: null, text: "prior_request" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    { when: null, lifts: [], text: "books" },
    { when: null, lifts: [], text: "newspaper/weekly/magazine subscriptions" },
    { when: null, lifts: [], text: "mediation of insurance" },
    { when: null, lifts: [], text: "rescue service/patient transport subscriptions" },
  ],
  citation: "Forbrugerombudsmanden overview quoting s. 4",
  sources: [
    {
      citation: "Forbrugerombudsmanden overview quoting s. 4",
      address: "https://forbrugerombudsmanden.dk/longreads/oversigt-over-reglerne-for-telefonsalg/",
    },
  ],
  confidence: "high",
  notes: [
    "Calls to consumers banned without prior express request, Robinson list or not; for the exempt products the Robinson list must be checked (scrub interval not seen). No statutory hours found.",
  ],
  readOn: "2026-11-21",
};

export const dkRules: readonly LegalRule[] = [dk];
