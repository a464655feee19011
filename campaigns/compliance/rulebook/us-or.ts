/**
 * Oregon. Since 2026-01-01 until 20:00, and 3 solicitations in 24 hours. Two time zones.
 */
import type { LegalRule } from "./legal-rule.ts";

const usOr: LegalRule = {
  id: "us-or",
  jurisdiction: "US-OR",
  name: "Oregon",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: "2026-01-01",
  effectiveTo: null,
  datesNote: "Or. Laws 2025 ch. 580 (HB 3865).",
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "anything",
      attempts: 3,
      hours: 24,
      scope: "Telephone solicitations, texts included, in 24 hours; the act names no subject.",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Announcing devices: release the line promptly when the call ends, and offer a way to opt out."],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: "purchase",
      lifts: ["caps"],
      withinDays: 546,
      text: "A transaction within 18 months lifts the cap. The sources disagree whether it lifts the hours as well: it does not here.",
    },
    { when: "business", lifts: ["hours", "caps"], text: "Contact between businesses is no telephone solicitation (ORS 646.561(4)(b)(C))." },
    { when: "reply", lifts: ["hours", "caps"], text: "A reply to the consumer's own message is left out." },
    { when: null, lifts: [], text: "Debt collectors and buyers are left out in part; this rule does not cover debts." },
  ],
  citation: "ORS 646.561, 646.563",
  sources: [
    {
      citation: "Troutman Pepper Locke on HB 3865",
      address: "https://production.jdsupra.com/legalnews/oregon-passes-new-telephone-8210765",
    },
    { citation: "Secondary: a public register of the regulation in force in 2026, naming the official pages", address: null },
    {
      citation: "Secondary: a note for VICIdial operators on relying on the area code",
      address: "https://vicifast.com/blog/oregon-mini-tcpa-rules",
    },
  ],
  confidence: "high",
  notes: [
    "By law the area code of a mobile is enough to go by; here area code and address both count, which is stricter.",
    "Two time zones: Malheur County is on Mountain time.",
    "Announcing devices have the same hours.",
  ],
  readOn: "2026-11-21",
};

export const usOrRules: readonly LegalRule[] = [usOr];
