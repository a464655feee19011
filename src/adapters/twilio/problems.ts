/** What a webhook that we do not accept is answered (RFC 9457 problem details), and what is written to the log. */
import type { NextFunction, Request, Response } from "express";
import type { Log } from "../../ports/log.ts";

/** The part of the log that the webhooks use. */
export type WebhookLog = Pick<Log, "warn" | "error">;

export type Problem = { status: number; code: string; title: string; field: string; found: string; expected: string };

/** A webhook that cannot be accepted: thrown by readers, answered by `answerProblems`. */
export const refuse = (problem: Problem): Error & { problem: Problem } => Object.assign(new Error(problem.title), { problem });

export const malformed = (field: string, found: string | undefined, expected: string): Error & { problem: Problem } =>
  refuse({
    status: 400,
    code: "malformed-webhook",
    title: `The webhook's ${field} is missing or malformed.`,
    field,
    found: found === undefined ? "nothing" : found.slice(0, 80),
    expected,
  });

/** The last handler of the routes: every failure becomes one problem. What is ours is a 500, so that Twilio tries again. */
export const answerProblems =
  (log: WebhookLog) =>
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error, request);
    const fields = { route: request.path, code: problem.code, field: problem.field };
    if (problem.status >= 500) log.error({ ...fields, err: error }, "A webhook could not be handled");
    else log.warn(fields, "A webhook was refused");
    response
      .status(problem.status)
      .type("application/problem+json")
      .send(JSON.stringify({ type: "about:blank", ...problem }));
  };

function problemOf(error: unknown, request: Request): Problem {
  const { problem, type } = (typeof error === "object" && error !== null ? error : {}) as { problem?: Problem; type?: unknown };
  if (problem !== undefined) return problem;
  if (type === "entity.too.large") {
    const found = `${request.get("content-length") ?? "more"} bytes`;
    const title = "The webhook's body is too large.";
    return { status: 413, code: "body-too-large", title, field: "body", found, expected: "at most 64 kB" };
  }
  if (type === "encoding.unsupported") {
    const found = request.get("content-encoding") ?? "";
    const title = "The webhook's body is compressed.";
    return { status: 415, code: "unsupported-encoding", title, field: "Content-Encoding", found, expected: "none" };
  }
  if (type === "request.aborted" || type === "request.size.invalid") {
    const title = "The webhook's body did not arrive whole.";
    return { status: 400, code: "body-incomplete", title, field: "body", found: "less than announced", expected: "the whole body" };
  }
  const title = "The webhook could not be handled.";
  return { status: 500, code: "webhook-failed", title, field: "webhook", found: "an error of ours", expected: "no error" };
}
