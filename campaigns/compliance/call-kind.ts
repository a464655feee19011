/**
 * What a call is for, as the laws tell calls apart. The campaign says it; every rule says which purposes it covers.
 *
 *   telemarketing       an agent offers something
 *   prerecorded         a recording or a machine voice speaks, whatever it says
 *   debt                a debt is to be paid
 *   informational       an appointment, a delivery, a warning: nothing is sold
 *   requested-callback  the person asked for this very call
 *   research            a survey
 *   fundraising         a donation is asked for
 */
export const CALL_KINDS = [
  "telemarketing",
  "prerecorded",
  "debt",
  "informational",
  "requested-callback",
  "research",
  "fundraising",
] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** What a rule may cover. Laws split recorded calls by what the recording says. */
export const PURPOSES = [
  "telemarketing",
  "prerecorded-telemarketing",
  "prerecorded-informational",
  "debt",
  "informational",
  "research",
  "fundraising",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/**
 * The purposes whose rules a call of this kind obeys, all of them. A recorded call obeys the rules for live sales calls
 * too, since what the recording says is not known here; a callback on request keeps to the hours of sales calls, since
 * a request lifts registers and rarely hours.
 */
export const PURPOSES_OF: Readonly<Record<CallKind, readonly Purpose[]>> = {
  telemarketing: ["telemarketing"],
  prerecorded: ["telemarketing", "prerecorded-telemarketing", "prerecorded-informational"],
  debt: ["debt"],
  informational: ["informational"],
  "requested-callback": ["telemarketing"],
  research: ["research"],
  fundraising: ["fundraising"],
};

/**
 * Kinds that may borrow the rules for sales calls in a country whose rules do not speak of them: no country is known to
 * be stricter with them. A debt is not among them: where its rules are unknown, no call is made.
 */
export const BORROWS_TELEMARKETING: ReadonlySet<CallKind> = new Set(["informational", "requested-callback", "research", "fundraising"]);
