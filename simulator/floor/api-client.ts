/** A client of the API, as a browser is one: signs in with e-mail and password and keeps the session cookie. */

/** The API answered with a problem. `status` 0: it did not answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** How long the API asks to be left alone, in milliseconds; 0 when it does not say. */
  readonly retryAfterMs: number;

  constructor(problem: { status: number; code: string; message: string; retryAfterMs?: number; cause?: unknown }) {
    super(problem.message, { cause: problem.cause });
    this.name = "ApiProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.retryAfterMs = problem.retryAfterMs ?? 0;
  }
}

export type ApiClient = {
  /** The answer's JSON (undefined for 204). Throws an ApiProblem for anything but 2xx, and when nobody answers. */
  ask<Answer>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Answer>;
  /** Opens a stream of events; the caller reads it to its end or aborts it. */
  open(path: string, options: { lastEventId: string | null; signal: AbortSignal }): Promise<ReadableStream<Uint8Array>>;
  /** Forgets the session, so that the next sign-in begins anew. */
  forget(): void;
};

const ANSWER_WITHIN_MS = 10_000;

async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text().catch(() => "");
  let body: { type?: string; code?: string; title?: string; detail?: string } = {};
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    // Not JSON: the status alone has to do.
  }
  const retryAfter = Number(response.headers.get("retry-after") ?? "0");
  return new ApiProblem({
    status: response.status,
    code: body.code ?? body.type ?? `http-${response.status}`,
    message: `${response.status} ${body.title ?? response.statusText} ${body.detail ?? ""}`.trim(),
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1_000 : 0,
  });
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");

export function makeApiClient(baseUrl: string): ApiClient {
  let cookie = "";
  async function send(
    method: string,
    path: string,
    init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> },
  ): Promise<Response> {
    let response: Response;
    try {
      // `Origin` as a browser sends it: the API refuses changes from other origins.
      const headers = { ...(cookie === "" ? {} : { cookie }), origin: baseUrl, ...init.headers };
      response = await fetch(`${baseUrl}${path}`, { ...init, method, headers });
    } catch (cause) {
      throw new ApiProblem({ status: 0, code: "no-answer", message: `${method} ${path}: no answer`, cause });
    }
    if (!response.ok) throw await problemOf(response);
    const fresh = cookiesOf(response);
    if (fresh !== "") cookie = fresh;
    return response;
  }
  return {
    async ask<Answer>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<Answer> {
      const response = await send(method, path, {
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      const text = await response.text();
      return (text === "" ? undefined : JSON.parse(text)) as Answer;
    },
    async open(path, { lastEventId, signal }) {
      const resume: Record<string, string> = lastEventId === null ? {} : { "last-event-id": lastEventId };
      const response = await send("GET", path, { signal, headers: { accept: "text/event-stream", ...resume } });
      if (!response.body) throw new ApiProblem({ status: 0, code: "no-body", message: `GET ${path}: no stream` });
      return response.body;
    },
    forget() {
      cookie = "";
    },
  };
}
