/**
 * Arkansas. No hours of its own: the state takes over the federal Telemarketing Sales Rule.
 */
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
  citation: "Ark. Code 4-99-405(3)",
  sources: [{ citation: "Ark. Code 4-99-405(3), which takes over 16 CFR 310.4", address: null }],
  confidence: "medium",
  notes: [
    "No hours of its own for live calls; the federal ones hold.",
    "The rule on announcing devices (Ark. Code 5-63-204) was not verified.",
  ],
  readOn: "2026-11-21",
};

export const usArRules: readonly LegalRule[] = [usAr];
