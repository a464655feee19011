/**
 * District of Columbia. A telephone may not ring more than 15 times; debts are called about on Eastern time.
 */
import type { LegalRule } from "./legal-rule.ts";

const usDc: LegalRule = {
  id: "us-dc",
  jurisdiction: "US-DC",
  name: "District of Columbia",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2001-06-08",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "do-not-call-request",
      per: "person",
      about: "anything",
      hours: 876000,
      scope: "No further call to somebody who said that they do not want to be called, without an end.",
    },
  ],
  abandonment: null,
  ring: { mostRings: 15 },
  consent: null,
  callerId: [],
  duties: ["Register and post a bond of $50,000 (secondary source)."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "D.C. Code 22-3226.08(1)-(3)",
  sources: [
    {
      citation: "D.C. Code 22-3226.08(1)-(3), read in the Council's XML: us/dc/council/code/titles/22/sections/22-3226.08.xml",
      address: "https://github.com/DCCouncil/law-xml",
    },
  ],
  confidence: "high",
  notes: [
    "A solicitation that makes a telephone ring more than 15 times is an abusive act: a limit upwards, beside the federal one downwards.",
    "The hours protect residences.",
  ],
  readOn: "2026-11-21",
};

const usDcDebt: LegalRule = {
  id: "us-dc-debt",
  jurisdiction: "US-DC",
  name: "District of Columbia: debt collection",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: "2011-12-02",
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  clock: { zone: "America/New_York", counts: "instead" },
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
  citation: "D.C. Code 28-3814(k)",
  sources: [
    {
      citation: "D.C. Code 28-3814(k), read in the Council's XML: us/dc/council/code/titles/28/sections/28-3814.xml",
      address: "https://github.com/DCCouncil/law-xml",
    },
  ],
  confidence: "high",
  notes: [
    "The hours are read on Eastern time, standard or daylight as it is, not on the clock of the called party; Regulation F holds beside it on that clock.",
    "It binds creditors, collectors and their agents.",
  ],
  readOn: "2026-11-21",
};

export const usDcRules: readonly LegalRule[] = [usDc, usDcDebt];
