/**
 * Arizona. No hours of its own, but no unsolicited sales call to a mobile at all.
 * The clock stands still in summer, except in the Navajo Nation.
 */
import type { LegalRule } from "./legal-rule.ts";

const usAz: LegalRule = {
  id: "us-az",
  jurisdiction: "US-AZ",
  name: "Arizona",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  numberTypeBan: {
    type: "mobile",
    unless: ["consent", "written-consent"],
    text: "No unsolicited sales call to a mobile or pager, at any hour and whatever else is excepted.",
  },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "purchase",
      lifts: ["number-type"],
      withinDays: 546,
      text: "A call to somebody who bought from the caller is not unsolicited. The statute sets no time; 18 months are applied, as in federal law.",
    },
    { when: "customer", lifts: ["number-type"], text: "A call to a customer is not unsolicited." },
  ],
  citation: "A.R.S. 44-1278(B)(3), (B)(6)",
  sources: [{ citation: "A.R.S. 44-1278(B)(3), (B)(6)", address: null }],
  confidence: "medium",
  notes: [
    "No hours of its own: the statute takes over 47 CFR 64.1200 and 16 CFR 310.4.",
    "The ban on mobiles survives every exemption of the statute. It is read so that only prior consent or a relationship makes a call other than unsolicited.",
    "Arizona keeps standard time all year; the Navajo Nation does not.",
  ],
  readOn: "2026-11-21",
};

export const usAzRules: readonly LegalRule[] = [usAz];
