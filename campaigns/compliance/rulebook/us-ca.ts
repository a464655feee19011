/**
 * California. No hours for live calls; announcing devices only from 9:00.
 */
import type { LegalRule } from "./legal-rule.ts";

const usCa: LegalRule = {
  id: "us-ca",
  jurisdiction: "US-CA",
  name: "California",
  covers: ["telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
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
  citation: "Cal. Bus. & Prof. Code 17590-17594",
  sources: [{ citation: "Cal. Bus. & Prof. Code 17590-17594: nothing about hours", address: null }],
  confidence: "medium",
  notes: ["No hours for live calls; the federal ones hold. Recordings: us-ca-adad."],
  readOn: "2026-11-21",
};

const usCaAdad: LegalRule = {
  id: "us-ca-adad",
  jurisdiction: "US-CA",
  name: "California: announcing devices",
  covers: ["prerecorded-telemarketing"],
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
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Cal. Pub. Util. Code 2872",
  sources: [{ citation: "Cal. Pub. Util. Code 2872", address: null }],
  confidence: "medium",
  notes: [
    "No announcing device from 21:00 to 9:00.",
    "What Pub. Util. Code 2874 says about a live introduction and consent was not read.",
    "Read as a device that dials and then plays a recording. A live call that a machine dialed is not taken for one.",
  ],
  readOn: "2026-11-21",
};

export const usCaRules: readonly LegalRule[] = [usCa, usCaAdad];
