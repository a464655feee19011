/**
 * Nevada. From 9:00 to 20:00 in the reading of today's sources, which is not certain.
 * A machine never calls back somebody who hung up on it.
 */
import type { LegalRule } from "./legal-rule.ts";

const usNv: LegalRule = {
  id: "us-nv",
  jurisdiction: "US-NV",
  name: "Nevada",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "NRS 598.0918(3)",
  sources: [
    { citation: "NRS 598.0918(3), through a secondary source that names the official page", address: null },
    { citation: "Secondary: a public table of state rules with citations, October 2026", address: null },
    { citation: "Secondary: a vendor's chart of the states, updated 2025-11-01", address: "https://www.dropcowboy.com/state-compliance" },
    {
      citation: "AB 337 (2001): 21:00 to 8:00 at first, residences",
      address: "https://archive.leg.state.nv.us/Session/71st2001/bills/AB/AB337_EN.html",
    },
  ],
  confidence: "medium",
  notes: [
    "As enacted in 2001 calls were barred from 21:00 to 8:00, at residences. Several sources of 2025 and 2026 give 20:00 to 9:00, texts included.",
    "The section as it stands today was not seen, and a reading of state law in 2026 missed it: the stricter hours are applied.",
  ],
  readOn: "2026-11-21",
};

const usNvAdad: LegalRule = {
  id: "us-nv-adad",
  jurisdiction: "US-NV",
  name: "Nevada: devices for automatic dialing and announcing",
  covers: ["prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "hung-up",
      per: "number",
      about: "anything",
      hours: 876000,
      scope: "No second call by the device to a number where somebody ended the first, without an end.",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [
    "Before the recording, let a natural voice say what the call is and that a device will play a message, and give name, address and telephone number of the business (NRS 597.814(1)).",
  ],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "customer",
      lifts: ["everything"],
      text: "The section does not bar the device from people with a preexisting business relationship (NRS 597.814(3)).",
    },
  ],
  citation: "NRS 597.814",
  sources: [{ citation: "NRS 597.814", address: "http://www.contactcentercompliance.com/legal/statutes/NV/NRS/597.814.adpx" }],
  confidence: "medium",
  notes: [
    "The copy that was read has no date.",
    "Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usNvRules: readonly LegalRule[] = [usNv, usNvAdad];
