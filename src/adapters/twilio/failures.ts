/** What a failed request to Twilio tells: was it refused, not processed, or can nobody tell? */
import { describeTwilioError, type TwilioError } from "./error-codes.ts";

/**
 * refused    Twilio read the request and said no
 * try-later  certainly not processed
 * unknown    it may have been carried out
 */
export type Failure =
  | { kind: "refused"; httpStatus: number; error: TwilioError }
  | { kind: "try-later"; code: string; message: string }
  | { kind: "unknown"; code: string; message: string };

/** Failures in which no connection came about, so that no request can have been read. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);
const TIMED_OUT = new Set(["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"]);

/** Reads whatever the client library throws. Twilio's own text is left out: it quotes telephone numbers. */
export function readFailure(error: unknown): Failure {
  const { status, code, isAxiosError } = (typeof error === "object" && error !== null ? error : {}) as Record<string, unknown>;
  // The transport's own errors carry a status too, when the answer broke off after its first line.
  if (typeof status === "number" && isAxiosError !== true) return readRefusal(status, typeof code === "number" ? code : null);
  const name = typeof code === "string" ? code : "malformed-answer";
  if (NEVER_SENT.has(name)) return { kind: "try-later", code: name, message: `No connection to the carrier (${name}).` };
  if (TIMED_OUT.has(name)) return { kind: "unknown", code: "timeout", message: "The carrier did not answer in time." };
  if (typeof code === "string") return { kind: "unknown", code: name, message: `The connection to the carrier broke (${name}).` };
  return { kind: "unknown", code: name, message: "The carrier's answer could not be read." };
}

function readRefusal(httpStatus: number, code: number | null): Failure {
  const error = describeTwilioError(code, httpStatus);
  if (httpStatus === 429 || code === 10004) return { kind: "try-later", code: error.code, message: sentence(error.meaning) };
  // 408: a request that timed out on the way may have been read all the same.
  if (httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408) return { kind: "refused", httpStatus, error };
  return {
    kind: "unknown",
    code: code === null ? `http-${httpStatus}` : String(code),
    message: `The carrier answered with HTTP ${httpStatus}.`,
  };
}

export const sentence = (meaning: string): string => `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;

/** Twilio's ways to say that a call or participant is no longer there. */
export const isGone = (failure: Failure): boolean =>
  failure.kind === "refused" && (failure.error.code === "21220" || failure.error.code === "20404" || failure.httpStatus === 404);

/**
 * The error that leaves this adapter when the carrier cannot be asked. `code` is stable; `retry` says whether
 * asking again may help. The library's own error is not attached: it holds credentials and numbers.
 */
export function carrierError(doing: string, failure: Failure): Error & { code: string; carrierCode: string; retry: boolean } {
  const carrierCode = failure.kind === "refused" ? failure.error.code : failure.code;
  const why = failure.kind === "refused" ? sentence(failure.error.meaning) : failure.message;
  return Object.assign(new Error(`Could not ${doing}. ${why}`), {
    name: "CarrierError",
    code: failure.kind === "refused" ? "carrier-refused" : "carrier-unavailable",
    carrierCode,
    retry: failure.kind !== "refused",
  });
}
