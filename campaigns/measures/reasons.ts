/**
 * Every reason for which a contact is not called, in words for those who run campaigns, and what ends it. The one table:
 * the gate's codes, those of the recycle policy, and those of the way from the hopper to the carrier.
 */

/**
 *   time      waiting is enough: the gate names the instant
 *   somebody  no time changes it: a campaign to be started, a register to be loaded, a stop to be lifted
 *   call      it ends with a call that is under way
 *   nothing   it stays
 */
export type EndedBy = "time" | "somebody" | "call" | "nothing";

export type Reason = {
  words: string;
  endedBy: EndedBy;
  /** The gate says it; the others come from elsewhere and the gate is not asked about them. */
  isOfTheGate: boolean;
};

const gate = (endedBy: EndedBy, words: string): Reason => ({ words, endedBy, isOfTheGate: true });
const house = (endedBy: EndedBy, words: string): Reason => ({ words, endedBy, isOfTheGate: false });

export const REASONS: Readonly<Record<string, Reason>> = {
  "no-campaign": gate("nothing", "no campaign stands behind the call"),
  "campaign-ended": gate("nothing", "the campaign has ended"),
  "campaign-not-running": gate("somebody", "the campaign does not run"),
  "emergency-stop": gate("somebody", "an emergency stop holds all such calls (callkeeper stop list)"),
  "unreadable-question": gate("nothing", "their data or the settings cannot be read"),
  "unknown-place": gate("nothing", "nothing says in which time zone they are"),
  "unknown-jurisdiction": gate("nothing", "the law where they are is not in the rulebook"),
  "unknown-rule": gate("nothing", "no rule known where they are speaks of calls of this kind"),
  "do-not-call": gate("time", "on our do-not-call list"),
  "on-register": gate("nothing", "on a register of numbers that must not be called"),
  "register-not-loaded": gate(
    "somebody",
    "the law demands a do-not-call register that is not loaded (campaign dialability names it; callkeeper register load)",
  ),
  "register-stale": gate(
    "somebody",
    "the do-not-call register that the law demands is too old (campaign dialability names it; callkeeper register load)",
  ),
  "request-required": gate("nothing", "nobody asked for this call: no request is on record"),
  "consent-required": gate("nothing", "the law demands their consent, and none is on record (callkeeper consent add)"),
  "consent-expired": gate("nothing", "their consent no longer holds"),
  "mobile-ban": gate(
    "nothing",
    "the law there bans such calls to mobiles, and to numbers whose type the list does not tell (column: number type)",
  ),
  "person-on-a-call": gate("call", "somebody calls them just now"),
  "call-unknown": gate("call", "what became of the last call to them is not known yet"),
  "attempts-used-up": gate("nothing", "tried as often as the campaign allows"),
  "ring-time": gate("somebody", "the campaign's ringTimeoutSeconds is not what the law there demands (campaign edit --settings)"),
  "abandon-message-incomplete": gate(
    "somebody",
    "the campaign lacks callerName or callbackNumber, which an abandoned person must hear by law (campaign edit --settings)",
  ),
  "legal-cap": gate("time", "called as often as the law there allows for now"),
  "frequency-cap": gate("time", "called as often as the campaign allows for now"),
  "autodial-minutes": gate("time", "dialed by machine for as long a day as the law there allows"),
  "cool-down": gate("time", "the law there demands silence after what happened on an earlier call"),
  "outside-legal-hours": gate("time", "outside the hours in which the law there allows calls"),
  "legal-holiday": gate("time", "a holiday there, on which the law allows no calls"),
  "banned-day": gate("time", "a day of the week on which the law there allows no calls"),
  "outside-calling-window": gate("time", "outside the calling hours"),
  "no-common-calling-time": gate("nothing", "no hour of the calling window is allowed where they are"),

  recycled: house("time", "tried before, and to be tried again later"),
  "not-due-yet": house("time", "to be called later"),
  "carrier-busy": house("time", "the carrier was busy"),
  "no-slot": house("time", "all lines were in use"),
  "no-caller-id": house("somebody", "the carrier takes none of the campaign's caller ids"),
  skipped: house("time", "skipped by an agent"),
  "not-released-in-time": house("time", "not dialed in time, and to be tried again"),
  "number-changed": house("time", "their number was changed meanwhile"),
  "person-changed": house("time", "found to be somebody whom we know already"),
  "contact-gone": house("nothing", "the contact or the campaign is gone"),
  "final-disposition": house("nothing", "dealt with"),
  "disposition-used-up": house("nothing", "the same result as often as the campaign allows"),
  "no-number-left": house("nothing", "no number is left to try"),
  "unknown-disposition": house("nothing", "closed with a result that nobody knows"),
  "no-number": house("nothing", "no number to call"),
};

const of = (code: string): Reason | undefined => (Object.hasOwn(REASONS, code) ? REASONS[code] : undefined);

/** For people; a code that is not in the table reads as it is written. */
export const reasonWords = (code: string): string => of(code)?.words ?? code.replaceAll("-", " ");

/** What is not in the table is not waited for. */
export const endsByItself = (code: string): boolean => of(code)?.endedBy === "time";

/** Neither an hour nor the end of a call changes it. */
export const needsSomebody = (code: string): boolean => of(code)?.endedBy === "somebody";

/** Contacts who wait for one of these are put back until the next look; that they are due then opens nothing. */
export const NOT_BY_WAITING: readonly string[] = Object.keys(REASONS).filter(needsSomebody);

/** Waits that the gate ordered and may see otherwise by now: their contacts are put to it anew. */
export const JUDGED_ANEW: readonly string[] = Object.entries(REASONS)
  .filter(([, { isOfTheGate, endedBy }]) => isOfTheGate && endedBy !== "call")
  .map(([code]) => code);
