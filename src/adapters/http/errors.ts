/** The one file that maps errors and refusals to HTTP. */
import type { ErrorRequestHandler, Response } from "express";
import { PROBLEM_MEDIA_TYPE, type Problem } from "../../contract/problem.ts";
import { HttpProblem } from "./problem.ts";

/** A service's "no": a value with a reason. */
export type Refusal = { ok: false; reason: string; detail?: unknown };

/** Refusals that are no conflict with the present state of things. All others are 409. */
const REFUSALS: Readonly<Record<string, number>> = {
  "not-found": 404,
  "no-such-agent": 404,
  "no-such-attempt": 404,
  "no-such-campaign": 404,
  "no-such-contact": 404,
  "no-such-list": 404,
  "no-such-entry": 404,
  "no-such-stop": 404,
  "no-such-person": 404,
  "wrong-password": 403,
  "law-not-yours": 403,
  "same-password": 422,
  "unknown-disposition": 422,
  "not-an-agent-disposition": 422,
  "invalid-settings": 422,
  "settings-invalid": 422,
  "invalid-phone": 422,
  "invalid-prefix": 422,
  "invalid-name": 422,
  "invalid-date": 422,
  "no-date": 422,
  "date-in-the-future": 422,
  "kind-needed": 422,
  "no-numbers": 422,
  "too-much-rubbish": 422,
  shrinks: 422,
  "no-proof": 422,
  "obtained-in-the-future": 422,
  "withdrawn-in-the-future": 422,
  "ends-before-it-begins": 422,
  "agreed-time-invalid": 422,
  "invalid-file": 422,
  "invalid-country": 422,
  "invalid-address": 422,
  "starts-in-the-past": 422,
  "expires-in-the-past": 422,
  "scope-and-campaign": 422,
  "scope-and-target": 422,
  "unknown-jurisdiction": 422,
  "carrier-unavailable": 503,
};

/** What breaks below us and heals by itself: PostgreSQL or the job queue is away (codes of PostgreSQL 18, appendix A, and of Node). */
const AWAY = new Set([
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
  "database-unreachable",
  "commit-unknown",
]);

/** Said by pg-pool without a code when every connection was busy for too long. */
const NO_CONNECTION = "timeout exceeded when trying to connect";

/** Faults of the body parsers, by their `type`. */
const BODY_FAULTS: Readonly<Record<string, [code: string, status: number]>> = {
  "entity.parse.failed": ["malformed-json", 400],
  "entity.too.large": ["body-too-large", 413],
  "encoding.unsupported": ["unsupported-encoding", 415],
  "charset.unsupported": ["unsupported-charset", 415],
  "request.aborted": ["request-aborted", 400],
};

const sentence = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");

/** Throws the problem that a refusal stands for; gives what was asked for otherwise. */
export function orRefuse<Outcome extends { ok: true } | Refusal>(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { ok: true }>;
  throw refusalToProblem(outcome);
}

/** Throws 404 when there is nothing. */
export function orNotFound<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null) throw new HttpProblem("not-found", 404, { detail: `There is no such ${what}.` });
  return value;
}

export function refusalToProblem(refusal: Refusal): HttpProblem {
  const detail = typeof refusal.detail === "string" ? refusal.detail : undefined;
  return new HttpProblem(refusal.reason, REFUSALS[refusal.reason] ?? 409, detail === undefined ? {} : { detail });
}

/** Whatever was thrown, as a problem. What nobody foresaw becomes a 500 that says nothing of its cause. */
export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { type, code, status, message } = (error ?? {}) as { type?: unknown; code?: unknown; status?: unknown; message?: unknown };
  const fault = typeof type === "string" ? BODY_FAULTS[type] : undefined;
  if (fault) return new HttpProblem(fault[0], fault[1]);
  if ((typeof code === "string" && AWAY.has(code)) || message === NO_CONNECTION)
    return new HttpProblem("not-available-now", 503, { headers: { "Retry-After": "2" } });
  // The router itself: an address that cannot be decoded, for example.
  if (typeof status === "number" && status >= 400 && status < 500) return new HttpProblem("bad-request", status);
  return new HttpProblem("internal-error", 500);
}

export function sendProblem(res: Response, problem: HttpProblem): void {
  const body: Problem = {
    type: `urn:callkeeper:problem:${problem.code}`,
    title: sentence(problem.code),
    status: problem.status,
    code: problem.code,
    ...(problem.detail !== undefined && { detail: problem.detail }),
    requestId: res.req.id,
    ...(problem.errors && { errors: [...problem.errors] }),
  };
  res.status(problem.status).set(problem.headers).set("Cache-Control", "no-store").type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(body));
}

/** The last handler of the app. After the first byte nothing can be said any more but by cutting the connection. */
// Express knows a handler of errors by its four arguments.
// oxlint-disable-next-line eslint/max-params
export const answerErrors: ErrorRequestHandler = (error, req, res, _next) => {
  // The caller went away while it was still sending: there is nobody to answer, and nothing of ours is broken.
  if (req.destroyed && !req.complete) {
    req.log.info({ err: error }, "a request was broken off by its sender");
    res.destroy();
    return;
  }
  const problem = toProblem(error);
  if (problem.status >= 500) req.log.error({ err: error, route: res.locals.path }, "a request failed");
  if (res.headersSent) res.destroy();
  else sendProblem(res, problem);
};
