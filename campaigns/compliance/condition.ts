/**
 * What may be true of a call and lifts a part of a rule: a consent on record, a relationship, what the campaign is.
 * A rule names the condition; the campaign declares it (with an acknowledgement that is kept) or the consent ledger proves it.
 */
export const CONDITIONS = {
  // Proven by the consent ledger.
  consent: "The person gave express consent.",
  "written-consent": "The person gave express consent in writing.",
  "agreed-time": "The person expressly agreed to be called at this time.",
  request: "The person asked for this call.",
  purchase: "The person bought from us, so long ago at most as the rule says.",
  inquiry: "The person asked about our goods, so long ago at most as the rule says.",
  contract: "The person has a contract with us, and the call is about its object.",
  customer: "The person is a customer of ours.",
  member: "The person is a member of the organisation that calls.",
  // Declared by the campaign.
  business: "The called party is a business.",
  charity: "The caller is a charity or a nonprofit.",
  political: "The caller is a party, a candidate or a campaign for them.",
  press: "Newspapers, periodicals or magazines are offered.",
  books: "Books are offered.",
  insurance: "Insurance is mediated.",
  rescue: "A rescue service or patient transport is offered.",
  lottery: "A lottery that gives to charity is offered.",
  financial: "The caller is a financial institution under a register of its own.",
  licensed: "The caller's trade is licensed and the rule excepts it.",
  healthcare: "A healthcare provider calls about care (HIPAA in the United States).",
  emergency: "The call is about an emergency.",
  "transaction-message": "The call confirms a transaction or warns of fraud.",
  reply: "The call answers the person's own message.",
  representative: "The call goes to the person's attorney, creditor or the like.",
} as const satisfies Readonly<Record<string, string>>;
export type Condition = keyof typeof CONDITIONS;

/** Conditions that a campaign may declare; the others are read from the consent ledger. */
export const DECLARED_CONDITIONS = [
  "business",
  "charity",
  "political",
  "press",
  "books",
  "insurance",
  "rescue",
  "lottery",
  "financial",
  "licensed",
  "healthcare",
  "emergency",
  "transaction-message",
  "reply",
  "representative",
] as const satisfies readonly Condition[];
