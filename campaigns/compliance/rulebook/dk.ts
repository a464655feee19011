/**
 * Denmark. Consumers may be called only when they asked for it. Four kinds of goods are excepted, and for these the
 * Robinson list must be asked.
 */
import type { LegalRule } from "./legal-rule.ts";

const dk: LegalRule = {
  id: "dk",
  jurisdiction: "DK",
  name: "Denmark: consumer contracts act",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["telemarketing"],
    lifeDays: null,
    text: "The consumer must have asked for the call expressly beforehand, whether on the Robinson list or not.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  // The age was not seen: 15 days is the shortest that a register with a known age has in this rulebook (Italy).
  scrub: { register: "dk-robinson", mostAgeDays: 15 },
  exemptions: [
    { when: "books", lifts: ["consent"], text: "Books; the Robinson list must be asked." },
    { when: "press", lifts: ["consent"], text: "Subscriptions to newspapers, weeklies and magazines; the Robinson list must be asked." },
    { when: "insurance", lifts: ["consent"], text: "Mediation of insurance; the Robinson list must be asked." },
    {
      when: "rescue",
      lifts: ["consent"],
      text: "Subscriptions to rescue services and patient transport; the Robinson list must be asked.",
    },
    { when: "consent", lifts: ["register"], text: "Whoever asked for the call may be called though the Robinson list has them." },
  ],
  citation: "Forbrugeraftaleloven, section 4",
  sources: [
    {
      citation: "The consumer ombudsman's overview, quoting section 4",
      address: "https://forbrugerombudsmanden.dk/longreads/oversigt-over-reglerne-for-telefonsalg/",
    },
  ],
  confidence: "high",
  notes: ["No statutory hours were found.", "How often the Robinson list must be asked was not seen; 15 days are applied."],
  readOn: "2026-11-21",
};

export const dkRules: readonly LegalRule[] = [dk];
