/** The body of a webhook, from bytes to the fields that are signed and the fields that are stored. */

export type WebhookBody = {
  rawBody: string;
  isJson: boolean;
  /** As signed: a repeated field is a list. */
  form: Record<string, string | string[]>;
};

/** Undefined when the content type is neither a form nor JSON. An empty body without a type is an empty form. */
export function readBody(raw: Buffer, contentType: string | undefined): WebhookBody | undefined {
  const rawBody = raw.toString("utf8");
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "application/json") return { rawBody, isJson: true, form: {} };
  if (type === "application/x-www-form-urlencoded" || (type === "" && rawBody === ""))
    return { rawBody, isJson: false, form: readForm(rawBody) };
  return undefined;
}

function readForm(rawBody: string): Record<string, string | string[]> {
  const fields = new URLSearchParams(rawBody);
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** The fields as flat texts: what is stored. Undefined when a JSON body is not an object. */
export function readPayload(body: WebhookBody): Record<string, string> | undefined {
  if (!body.isJson) return mapValues(body.form, (value) => (Array.isArray(value) ? value.join(",") : value));
  try {
    const parsed: unknown = JSON.parse(body.rawBody);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
    return mapValues(parsed as Record<string, unknown>, (value) => (typeof value === "string" ? value : JSON.stringify(value)));
  } catch {
    return undefined;
  }
}

const mapValues = <Value>(fields: Record<string, Value>, text: (value: Value) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [storable(name), storable(text(value))]));

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; an event must not be lost for one. */
// oxlint-disable-next-line no-control-regex
const storable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, "");
