/**
 * An attempt is ours, a call is the carrier's. One attempt places at most one call.
 *
 *   reserved     a contact was taken for dialing; the carrier knows nothing of it
 *   submitting   released by the gate; the carrier is being asked (exactly one process got here)
 *   dialing      the carrier took the call
 *   ringing      the carrier says that it rings
 *   answered     somebody or something picked up; no agent is on the line yet
 *   connected    the person and an agent are in the agent's conference
 *   wrapping-up  the call is over; the agent writes down what came of it
 *   abandoned    a person answered and no agent came in time; the message plays
 *   unknown      the carrier was asked and gave no answer that can be trusted; looked up, never redialed
 *   released     let go before the carrier was asked (or the carrier refused to take it now): no call was placed
 *   closed       over, with exactly one disposition
 *
 * Carrier events are unordered and lossy, so a later state may be reached from any earlier one: an
 * `answered` that arrives first is believed, a `ringing` after it is not. `released` and `closed` are final.
 */
export const ATTEMPT_STATES = [
  "reserved",
  "submitting",
  "dialing",
  "ringing",
  "answered",
  "connected",
  "wrapping-up",
  "abandoned",
  "unknown",
  "released",
  "closed",
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Which kind of wish led to the attempt. Each kind passes the same gate. */
export const ATTEMPT_KINDS = ["list", "preview", "manual"] as const;
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/** What may follow what. The SQL of the attempt store allows these and no others. */
export const ATTEMPT_TRANSITIONS: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  reserved: ["submitting", "released"],
  submitting: ["dialing", "ringing", "answered", "unknown", "released", "closed"],
  dialing: ["ringing", "answered", "closed"],
  ringing: ["answered", "closed"],
  answered: ["connected", "abandoned", "closed"],
  connected: ["wrapping-up"],
  "wrapping-up": ["closed"],
  abandoned: ["closed"],
  unknown: ["dialing", "ringing", "answered", "closed"],
  released: [],
  closed: [],
};

/** The states from which `to` may be reached, for the WHERE clause of a conditional UPDATE. */
export const statesBefore = (to: AttemptState): AttemptState[] => ATTEMPT_STATES.filter((from) => ATTEMPT_TRANSITIONS[from].includes(to));

const stateIn =
  (...states: AttemptState[]) =>
  (attempt: { state: AttemptState }): boolean =>
    states.includes(attempt.state);

/** Questions about an attempt's state, so that no caller lists states itself. */
export const attemptIs = {
  open: (attempt: { state: AttemptState }): boolean => ATTEMPT_TRANSITIONS[attempt.state].length > 0,
  /** May hold one of the carrier's lines: counted against the line limit. */
  onTheCarrier: stateIn("submitting", "dialing", "ringing", "answered", "connected", "abandoned", "unknown"),
  /** Placed, and nobody has picked up yet. */
  inTheAir: stateIn("reserved", "submitting", "dialing", "ringing", "unknown"),
  waitingForAgent: stateIn("answered"),
};

export const OPEN_STATES = ATTEMPT_STATES.filter((state) => attemptIs.open({ state }));
export const ON_CARRIER_STATES = ATTEMPT_STATES.filter((state) => attemptIs.onTheCarrier({ state }));
export const IN_THE_AIR_STATES = ATTEMPT_STATES.filter((state) => attemptIs.inTheAir({ state }));
