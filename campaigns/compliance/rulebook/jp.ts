import type { LegalRule } from "./legal-rule.ts";

const jp: LegalRule = {
  id: "jp",
  jurisdiction: "JP",
  name: "Japan - Act on Specified Commercial Transactions arts 16-17; Money Lending Business Act art. 21",
  covers: ["telemarketing", "debt"],
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
  citation: "SCTA translation (contents only)",
  sources: [
    { citation: "SCTA translation (contents only)", address: "https://www.japaneselawtranslation.go.jp/en/laws/view/4302/en" },
    { citation: "MLBA translation (contents only)", address: "https://www.japaneselawtranslation.go.jp/ja/laws/view/3224/en" },
  ],
  confidence: "low",
  notes: [
    "UNVERIFIED beyond existence: believed no statutory telemarketing hours, ban on re-solicitation after refusal (art. 17), lenders barred 21:00-08:00 (MLBA 21 + ordinance). Article text not in excerpts.",
  ],
  readOn: "2026-11-21",
};

export const jpRules: readonly LegalRule[] = [jp];
