import type { LegalRule } from "./legal-rule.ts";

const roDebt: LegalRule = {
  id: "ro-debt",
  jurisdiction: "RO",
  name: "Romania - debt recovery",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["09:00", "20:00"]], saturday: "banned", sunday: "banned", holiday: "banned" },
  holidays: "ro",
  caps: [{ per: "person", about: "anything", attempts: 2, hours: 168, scope: "industry code of conduct figure, not statute" }],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Lawyer interview 2026-03",
  sources: [
    {
      citation: "Lawyer interview 2026-03",
      address:
        "https://www.capital.ro/exclusiv-ce-au-voie-si-ce-le-interzice-legea-recuperatorilor-de-creante-drepturile-debitorilor-explicatiile-avocatului.html",
    },
    {
      citation: "Pro TV: code of conduct 8-21, Sat 9-14, twice a week",
      address:
        "https://stirileprotv.ro/stiri/financiar/fara-telefoane-in-miezul-noptii-si-amenintari-la-telefon-noile-reguli-pentru-recuperatorii-de-creante.html",
    },
  ],
  confidence: "low",
  notes: ["Sources CONFLICT (9-20 no weekends v. 8-21 / Sat 9-14); statute not read: stricter encoded."],
  readOn: "2026-11-21",
};

const ro: LegalRule = {
  id: "ro",
  jurisdiction: "RO",
  name: "Romania - telemarketing (Law 506/2004 art. 12)",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: { level: "express", for: ["prerecorded-telemarketing"], lifeDays: null, text: "opt_in_automated" },
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "none read",
  sources: [],
  confidence: "low",
  notes: ["UNVERIFIED: no source text obtained. No hours found."],
  readOn: "2026-11-21",
};

export const roRules: readonly LegalRule[] = [roDebt, ro];
