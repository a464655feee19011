/** A client that keeps cookies, as a browser does, and shows answers as they came. */
// A test reads what came, whatever its shape.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { status: number; headers: Headers; text: string /** Undefined when it is no JSON. */; json: any };
export type Options = { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> };

export type Browser = {
  cookie(): string | undefined;
  setCookie(cookie: string): void;
  request(method: string, path: string, options?: Options): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string): Promise<Answer>;
  delete(path: string): Promise<Answer>;
};

export function aBrowser(url: string): Browser {
  let cookie: string | undefined;
  const request: Browser["request"] = async (method, path, options = {}) => {
    const headers = { ...(cookie && { cookie }), ...options.headers };
    const response = await fetch(url + path, { method, headers, body: options.body, redirect: "manual" });
    const [set] = response.headers.getSetCookie();
    if (set) cookie = set.split(";")[0];
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  const send = (method: string) => (path: string, body?: unknown, headers?: Record<string, string>) =>
    request(
      method,
      path,
      body === undefined ? { headers } : { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) },
    );
  return {
    cookie: () => cookie,
    setCookie: (value) => {
      cookie = value;
    },
    request,
    get: (path, headers) => request("GET", path, headers ? { headers } : {}),
    post: send("POST"),
    patch: send("PATCH"),
    put: send("PUT"),
    delete: send("DELETE"),
  };
}
