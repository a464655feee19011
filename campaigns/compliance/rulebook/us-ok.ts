/**
 * Oklahoma. Until 20:00, and 3 calls in 24 hours on one subject; a machine that chooses or dials needs consent in writing.
 * Announcing devices from 9:00, for debts too.
 */
import type { LegalRule } from "./legal-rule.ts";

const usOk: LegalRule = {
  id: "us-ok",
  jurisdiction: "US-OK",
  name: "Oklahoma",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2022-11-01",
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-subject",
      attempts: 3,
      hours: 24,
      scope: "Commercial telephone solicitations on the same subject matter or issue in 24 hours, whatever number is shown.",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "written",
    for: ["telemarketing", "prerecorded-telemarketing"],
    onlyIfAutomatic: true,
    lifeDays: null,
    text: "Prior express written consent when a system selects or dials the numbers, or a recording is played.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "An established business relationship is among the exemptions of 775C.5. How long it lasts was not read, so nothing is lifted.",
    },
  ],
  citation: "Okla. Stat. tit. 15, 775C.4",
  sources: [
    {
      citation: "Enrolled HB 3168, Telephone Solicitation Act of 2022",
      address: "https://app.legiplex.com/ok/legislature/2022/2022-r/bills/hb3168/drafts-latest",
    },
    { citation: "DNC.com, summary", address: "https://dnc.dreamhosters.com/?p=1309" },
  ],
  confidence: "high",
  notes: [
    "An Oklahoma area code is presumed to be in the state.",
    "Selection or dialing, not both: every mode in which a machine dials is caught.",
    "It is not limited to residences.",
  ],
  readOn: "2026-11-21",
};

const usOkAdad: LegalRule = {
  id: "us-ok-adad",
  jurisdiction: "US-OK",
  name: "Oklahoma: automatic dial announcing devices",
  covers: ["prerecorded-telemarketing", "debt"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Release the line within 20 seconds after the person hangs up.", "Dial no random or successive numbers."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Okla. Stat. tit. 15, 755.1",
  sources: [{ citation: "Okla. Stat. tit. 15, 755.1", address: "https://self-law.org/code/ok/title-15-contracts/15-755-1" }],
  confidence: "high",
  notes: [
    "From 9:00 to 21:00. For collection the hours of the federal Fair Debt Collection Practices Act are named too: both are applied, so a debt is not called about before 9:00.",
    "Whether an agent or the device will speak is not known for a debt, so all calls about debts keep these hours.",
    "Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usOkRules: readonly LegalRule[] = [usOk, usOkAdad];
