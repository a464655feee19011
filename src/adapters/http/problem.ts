import type { InputFault } from "../../contract/problem.ts";

/** An answer that is a refusal: stable `code`, HTTP status, and what the caller can do about it. No secrets in `detail`: it is shown. */
export class HttpProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: readonly InputFault[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    status: number,
    more: { detail?: string; errors?: readonly InputFault[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.name = "HttpProblem";
    this.code = code;
    this.status = status;
    this.detail = more.detail;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}
