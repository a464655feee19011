import type { LegalRule } from "./legal-rule.ts";

const be: LegalRule = {
  id: "be",
  jurisdiction: "BE",
  name: "Belgium - Code de droit économique VI.110-115, 'Ne m'appelez plus'",
  covers: ["telemarketing"],
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
  citation: "DNCM: arts VI.111-114",
  sources: [
    {
      citation: "DNCM: arts VI.111-114",
      address: "https://www.lavenir.net/cnt/dmf20211130_01641304/tuto-comment-ne-plus-etre-appele-par-des-demarcheurs-en-belgique",
    },
    {
      citation: "RTL 2025: opt-out regime, fines to 80,000 EUR",
      address:
        "https://www.rtl.be/actu/vos-temoignages/lionel-continue-etre-demarche-par-telephone-malgre-son-refus-que-peut-il-faire/2025-09-16/article/763586",
    },
  ],
  confidence: "low",
  notes: [
    "No statutory hours found; scrub interval not found (new entries appear within 5 working days). Automated calls need consent (not read).",
  ],
  readOn: "2026-11-21",
};

export const beRules: readonly LegalRule[] = [be];
