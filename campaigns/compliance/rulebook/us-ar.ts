import type { LegalRule } from "./legal-rule.ts";

const usAr: LegalRule = {
  id: "us-ar",
  jurisdiction: "US-AR",
  name: "Arkansas",
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
  citation: "Ark. Code 4-99-405(3) imports 16 CFR 310.4",
  sources: [{ citation: "Ark. Code 4-99-405(3) imports 16 CFR 310.4", address: null }],
  confidence: "medium",
  notes: ["No own hours for live calls; federal apply. Arkansas ADAD rule (5-63-204) not verified."],
  readOn: "2026-11-21",
};

export const usArRules: readonly LegalRule[] = [usAr];
