/**
 * New Jersey. The federal hours in a statute of its own, and no unsolicited sales call to a mobile.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNj: LegalRule = {
  id: "us-nj",
  jurisdiction: "US-NJ",
  name: "New Jersey",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  numberTypeBan: {
    type: "mobile",
    unless: ["written-consent", "contract", "customer"],
    text: "No unsolicited telemarketing sales call to a mobile (N.J.S.A. 56:8-130). Solicited are calls with the customer's written permission, within a contract, and to those who are served continually.",
  },
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "N.J.S.A. 56:8-128, 56:8-130",
  sources: [
    { citation: "Secondary: callingRules.js, a public source file that quotes the statutes of 49 states, September 2026", address: null },
    { citation: "Secondary: a public table of state rules with citations, October 2026", address: null },
    {
      citation: "N.J.A.C. 13:45D-1.3: who is an existing and an established customer",
      address: "http://compliance.dnc.com/legal/statutes/NJ/N.J.A.C./13_45D-1.3.adpx",
    },
    {
      citation: "Secondary: the exceptions as the Division of Consumer Affairs lists them",
      address: "http://www.lemonlawclaims.com/new_jersey_do_not_call_list_law.htm",
    },
  ],
  confidence: "medium",
  notes: [
    "56:8-128(c): no calls from 21:00 to 8:00.",
    "56:8-130, the ban on mobiles, is known from two secondary sources. What is not unsolicited is read strictly: consent that was only spoken, or a purchase that is over, does not open a mobile.",
    "One public source file has 9 to 20 for New Jersey and cites 56:8-130, which says nothing of the kind: not applied.",
  ],
  readOn: "2026-11-21",
};

export const usNjRules: readonly LegalRule[] = [usNj];
