/** Belgium, little of which is verified. No hours were found; the register "Ne m'appelez plus" must be asked. */
import type { LegalRule } from "./legal-rule.ts";

const be: LegalRule = {
  id: "be",
  jurisdiction: "BE",
  name: 'Belgium: economic code and the register "Ne m\'appelez plus"',
  covers: ["telemarketing", "prerecorded-telemarketing"],
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
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "A recorded sales call needs consent beforehand; the article was not read.",
  },
  callerId: [],
  duties: [],
  retentionYears: null,
  // No age stands in what was read. A new entry shows within 5 working days: an older file may lack it.
  scrub: { register: "be-dncm", mostAgeDays: 5 },
  exemptions: [],
  citation: "Code de droit économique, VI.110 to VI.115",
  sources: [
    {
      citation: "L'Avenir on the register, articles VI.111 to VI.114",
      address: "https://www.lavenir.net/cnt/dmf20211130_01641304/tuto-comment-ne-plus-etre-appele-par-des-demarcheurs-en-belgique",
    },
    {
      citation: "RTL, 2025: whoever does not object may be called, fines to 80,000 EUR",
      address:
        "https://www.rtl.be/actu/vos-temoignages/lionel-continue-etre-demarche-par-telephone-malgre-son-refus-que-peut-il-faire/2025-09-16/article/763586",
    },
  ],
  confidence: "low",
  notes: [
    "Not verified: that no statutory hours exist (none were found), how often the register must be asked (5 days are applied), and what machines need.",
  ],
  readOn: "2026-11-21",
};

export const beRules: readonly LegalRule[] = [be];
