/**
 * What a Twilio error code means for the attempt, the caller id and the campaign: one table.
 * Codes and meanings: twilio.com/docs/api/errors, read 2026-11. Twilio's own text is not passed on, because
 * it quotes telephone numbers.
 */
import type { RefusalBlame } from "../../ports/carrier.ts";

/**
 * What follows for everybody else's calls.
 *   goes-on    this call only
 *   slows-down too much at once; the same call may be asked for again later
 *   stops      no call will do better until somebody changes a setting
 */
export type Placing = "goes-on" | "slows-down" | "stops";

export type TwilioError = {
  code: string;
  meaning: string;
  blame: RefusalBlame;
  /** The system disposition that closes the attempt. */
  disposition: "invalid-number" | "failed";
  /** Whether the caller id may be shown again before somebody has looked at it. */
  callerId: "kept" | "set-aside";
  placing: Placing;
};

type Effect = Omit<TwilioError, "code" | "meaning">;

const BAD_NUMBER: Effect = { blame: "number", disposition: "invalid-number", callerId: "kept", placing: "goes-on" };
/** The number may be good: the way to it is closed to us. */
const NO_WAY: Effect = { blame: "number", disposition: "failed", callerId: "kept", placing: "goes-on" };
const BAD_CALLER_ID: Effect = { blame: "caller-id", disposition: "failed", callerId: "set-aside", placing: "goes-on" };
/** The account or a setting: every other call would meet the same. */
const ACCOUNT: Effect = { blame: "account", disposition: "failed", callerId: "kept", placing: "stops" };
const TOO_MUCH: Effect = { blame: "account", disposition: "failed", callerId: "kept", placing: "slows-down" };
const OUR_FAULT: Effect = { blame: "request", disposition: "failed", callerId: "kept", placing: "goes-on" };

const ERRORS = new Map<number, readonly [string, Effect]>([
  [10001, ["the account is not active", ACCOUNT]],
  [10002, ["a trial account does not allow this", ACCOUNT]],
  [10003, ["incoming call rejected: the account is not active", ACCOUNT]],
  [10004, ["the account has as many calls at once as it may: lower the number of lines, or have the limit raised", TOO_MUCH]],
  [20001, ["a parameter of the request is not known or not valid", OUR_FAULT]],
  [20003, ["the credentials were refused: check the account SID, auth token and API key", ACCOUNT]],
  [20005, ["the account is suspended or closed", ACCOUNT]],
  [20006, ["access denied", ACCOUNT]],
  [20008, ["test credentials cannot do this", ACCOUNT]],
  [20404, ["the account or resource does not exist", ACCOUNT]],
  [20429, ["too many requests at once; this one was not processed", TOO_MUCH]],
  [21201, ["the number to call is missing", OUR_FAULT]],
  [21205, ["a webhook address is not valid: check PUBLIC_BASE_URL", ACCOUNT]],
  [21206, ["the digits to send are not valid", OUR_FAULT]],
  [21208, ["the ring timeout is not valid", OUR_FAULT]],
  [21209, ["a webhook method is not valid", OUR_FAULT]],
  [21210, ["the caller id is not a number of this account and was never verified", BAD_CALLER_ID]],
  [21211, ["the number to call is not valid", BAD_NUMBER]],
  [21212, ["the caller id is not a valid number", BAD_CALLER_ID]],
  [21213, ["the caller id is missing", OUR_FAULT]],
  [21214, ["the number to call cannot be reached", BAD_NUMBER]],
  [21215, ["the account's geographic permissions do not allow calls to this number's country", NO_WAY]],
  [21216, ["Twilio has blocked calls to this number", BAD_NUMBER]],
  [21217, ["the number to call does not look like a telephone number", BAD_NUMBER]],
  [21218, ["the TwiML application does not exist", ACCOUNT]],
  [21219, ["a trial account may only call numbers that were verified in the console", ACCOUNT]],
  [21220, ["the call is not in progress", OUR_FAULT]],
  [21262, ["answer detection has no callback address", OUR_FAULT]],
  [21609, ["the address for call events is not valid: check PUBLIC_BASE_URL", ACCOUNT]],
  [21626, ["an event name for call events is not valid", OUR_FAULT]],
  [22005, ["more than 24 hours of calls wait in Twilio's own queue", ACCOUNT]],
  [11200, ["Twilio could not fetch our answer: check that PUBLIC_BASE_URL can be reached from the internet", OUR_FAULT]],
  [11205, ["Twilio could not connect to our server", OUR_FAULT]],
  [11750, ["our answer was larger than 64 kB", OUR_FAULT]],
  [12100, ["our markup could not be parsed", OUR_FAULT]],
  [12200, ["our markup does not fit Twilio's schema", OUR_FAULT]],
  [12300, ["our answer had the wrong content type", OUR_FAULT]],
  [13214, ["the caller id is not valid", BAD_CALLER_ID]],
  [13224, ["the number is not valid or not supported", BAD_NUMBER]],
  [13225, ["Twilio has blocked calls to this number", BAD_NUMBER]],
  [13227, ["the account's geographic permissions do not allow calls to this number's country", NO_WAY]],
  [13247, ["the caller id is on a do-not-originate list", BAD_CALLER_ID]],
  [15002, ["Twilio's queue of callbacks grew too old: events were lost", OUR_FAULT]],
  [15003, ["our server refused an event callback", OUR_FAULT]],
  [16021, ["too many conferences at once", TOO_MUCH]],
]);

/** Every code in the table, for tests and documentation. */
export const KNOWN_TWILIO_CODES: readonly number[] = [...ERRORS.keys()];

/**
 * What a Twilio error code means and does. A code that is not in the table is judged by the HTTP status that
 * came with it. `null`: the refusal carried no code, as from a proxy in between.
 */
export function describeTwilioError(code: number | null, httpStatus: number | null = null): TwilioError {
  const known = code === null ? undefined : ERRORS.get(code);
  if (known !== undefined) return { code: String(code), meaning: known[0], ...known[1] };
  const answered = httpStatus === null ? "" : ` with HTTP ${httpStatus}`;
  const named = code === null ? "without an error code" : `with code ${code}, which is not in our table (twilio.com/docs/errors/${code})`;
  return {
    code: code === null ? `http-${httpStatus ?? "unknown"}` : String(code),
    meaning: `the carrier refused${answered} ${named}`,
    ...effectOfStatus(httpStatus),
  };
}

/** A refusal we cannot read closes one attempt and no more, unless its class speaks of the whole account. */
function effectOfStatus(httpStatus: number | null): Effect {
  if (httpStatus === 401 || httpStatus === 403 || httpStatus === 402) return ACCOUNT;
  if (httpStatus === 429) return TOO_MUCH;
  return OUR_FAULT;
}
