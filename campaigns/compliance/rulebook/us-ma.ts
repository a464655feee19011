/**
 * Massachusetts. Sales calls end at 20:00 and play no recording.
 * A debtor is called twice in 7 days at most, by the creditor's own people too.
 */
import type { LegalRule } from "./legal-rule.ts";

const usMa: LegalRule = {
  id: "us-ma",
  jurisdiction: "US-MA",
  name: "Massachusetts",
  covers: ["telemarketing", "prerecorded-telemarketing"],
  inherits: ["us-tsr", "us-tcpa"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "20:00"]], saturday: "same", sunday: "same", holiday: "same" },
  holidays: null,
  caps: [],
  coolDowns: [],
  abandonment: null,
  consent: {
    level: "express",
    for: ["prerecorded-telemarketing"],
    lifeDays: null,
    text: "No unsolicited sales call may play a recording (201 CMR 12.02(4)); one that the person agreed to is not unsolicited.",
  },
  callerId: ["Do not block the number shown."],
  duties: ["Make the required disclosures within the first minute, before anything is said about payment."],
  retentionYears: null,
  scrub: { register: "us-ma", mostAgeDays: 92 },
  exemptions: [],
  citation: "201 CMR 12.02",
  sources: [
    { citation: "201 CMR 12.02", address: "https://regulations.justia.com/states/massachusetts/201-cmr/title-201-cmr-12-00/section-12-02" },
  ],
  confidence: "high",
  notes: [
    "No unsolicited sales call from 20:00 to 8:00, on the consumer's clock.",
    "The state's register comes out every quarter and the current one counts: 92 days are derived from that.",
  ],
  readOn: "2026-11-21",
};

const usMaDebt: LegalRule = {
  id: "us-ma-debt",
  jurisdiction: "US-MA",
  name: "Massachusetts: debt collection, creditors too",
  covers: ["debt"],
  inherits: ["us-regf"],
  effectiveFrom: null,
  effectiveTo: null,
  hours: { weekday: [["08:00", "21:00"]], saturday: "same", sunday: "same", holiday: "same" },
  clock: { zone: "America/New_York", counts: "also" },
  holidays: null,
  caps: [
    {
      per: "person",
      about: "same-debt",
      attempts: 2,
      hours: 168,
      scope: "Calls, texts and recordings about one debt to a residence, a mobile or another personal number, 2 in 7 days.",
    },
    {
      per: "person",
      about: "same-debt",
      attempts: 2,
      hours: 720,
      scope:
        "About one debt anywhere else than at a residence or personal number, 2 in 30 days. Which kind a number is, is not known, so both caps hold for all.",
    },
  ],
  coolDowns: [],
  abandonment: null,
  consent: null,
  callerId: [],
  duties: [],
  retentionYears: null,
  scrub: null,
  exemptions: [
    {
      when: null,
      lifts: [],
      text: "Guidance of the Attorney General spares a creditor who truly cannot reach the debtor or leave a message. That cannot be told here, so nothing is lifted.",
    },
  ],
  citation: "940 CMR 7.04(1)(e)-(f), 7.05(2)(d)-(e)",
  sources: [
    {
      citation: "940 CMR 7.04(1)(e), (f)",
      address: "https://regulations.justia.com/states/massachusetts/940-cmr/title-940-cmr-7-00/section-7-04",
    },
    {
      citation: "940 CMR 7.05(2)(d), (e)",
      address: "https://regulations.justia.com/states/massachusetts/940-cmr/title-940-cmr-7-00/section-7-05",
    },
    {
      citation: "Guidance of the Attorney General, quoted",
      address: "https://lemberglaw.com/massachusetts-debt-collection-regulations-calls-per-week-limit",
    },
  ],
  confidence: "high",
  notes: [
    "Creditors who collect their own debts are bound.",
    "The law speaks of normal waking hours and, where they are not known, of 8:00 to 21:00 Eastern (read in 7.05). Both that clock and the person's own have to be open.",
    "Voicemails and texts count toward the 2.",
  ],
  readOn: "2026-11-21",
};

export const usMaRules: readonly LegalRule[] = [usMa, usMaDebt];
