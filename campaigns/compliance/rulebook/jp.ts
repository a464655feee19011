/**
 * Japan, none of which was read beyond tables of contents. Sales calls: no hours known, never again after a refusal.
 * Lenders: nights from 21:00 to 08:00 are believed to be barred.
 */
import type { LegalRule } from "./legal-rule.ts";

const jp: LegalRule = {
  id: "jp",
  jurisdiction: "JP",
  name: "Japan: Act on Specified Commercial Transactions",
  covers: ["telemarketing"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [
    {
      after: "refusal",
      per: "person",
      about: "anything",
      // A hundred years: the ban has no end. Attempts are looked at for 400 days back, hence the duty below.
      hours: 36_500 * 24,
      scope: "whoever refused is not solicited again (believed, article 17)",
    },
  ],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: ["Put whoever refuses on the caller's own do-not-call list."],
  retentionYears: null,
  scrub: null,
  exemptions: [],
  citation: "Act on Specified Commercial Transactions, art. 16, 17",
  sources: [
    {
      citation: "Translation of the act, contents only",
      address: "https://www.japaneselawtranslation.go.jp/en/laws/view/4302/en",
    },
  ],
  confidence: "low",
  notes: [
    "Not verified: that the act has no hours for sales calls, and that article 17 forbids to solicit again after a refusal. The text of the articles was not seen; the ban is applied.",
  ],
  readOn: "2026-11-21",
};

const jpDebt: LegalRule = {
  id: "jp-debt",
  jurisdiction: "JP",
  name: "Japan: Money Lending Business Act",
  covers: ["debt"],
  inherits: [],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
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
  citation: "Money Lending Business Act, art. 21 and its ordinance",
  sources: [
    {
      citation: "Translation of the act, contents only",
      address: "https://www.japaneselawtranslation.go.jp/ja/laws/view/3224/en",
    },
  ],
  confidence: "low",
  notes: [
    "Not verified: lenders are believed to be barred from 21:00 to 08:00 (article 21 with its ordinance). The text was not seen; the ban is applied to every collector.",
  ],
  readOn: "2026-11-21",
};

export const jpRules: readonly LegalRule[] = [jp, jpDebt];
