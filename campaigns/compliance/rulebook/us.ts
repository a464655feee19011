/**
 * The United States, federal law. It holds in every state and territory beside the state's own; American Samoa, Guam, the
 * Northern Marianas and the Virgin Islands have nothing else.
 *
 * Two agencies rule sales calls side by side, and the message to an abandoned person has to satisfy both: the FTC's names the
 * seller and a number, the FCC's adds the purpose and a way out that works at once. Debts have Regulation F. For calls that sell
 * nothing and collect nothing there are no federal hours.
 */
import type { LegalRule } from "./legal-rule.ts";
import { usRegf } from "./us-regf.ts";
import { usTcpa, usTcpaPrerecordedExempt } from "./us-tcpa.ts";
import { usTsr, usTsrFundraising } from "./us-tsr.ts";

/** That no federal law sets hours is a finding too: without it these kinds of call would be unknown and refused. */
const usInformational: LegalRule = {
  id: "us-informational",
  jurisdiction: "US",
  name: "United States: calls that sell nothing and collect nothing",
  covers: ["informational", "research", "fundraising"],
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
  scrub: null,
  exemptions: [],
  citation: "16 CFR 310.4; 47 CFR 64.1200 (no hours for such calls)",
  sources: [
    { citation: "16 CFR 310.4: the hours are those of telemarketing", address: "https://www.law.cornell.edu/cfr/text/16/310.4" },
    { citation: "88 FR 3668, limits on exempted calls, in force 2023-07-20", address: "http://federal.elaws.us/citation/88-FR-3677" },
    { citation: "FCC 22-100", address: "https://docs.fcc.gov/public/attachments/FCC-22-100A1.txt" },
  ],
  confidence: "medium",
  notes: [
    "No federal hours for calls that are not telemarketing. State laws on such calls were not searched for.",
    "Donations have the hours of us-tsr-fundraising beside this rule.",
  ],
  readOn: "2026-11-21",
};

export const usRules: readonly LegalRule[] = [usRegf, usTcpa, usTcpaPrerecordedExempt, usTsr, usTsrFundraising, usInformational];
