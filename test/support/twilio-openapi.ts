/**
 * Validators made from Twilio's own API description (twilio-oai, Apache-2.0), which is not part of this repository:
 * the environment variable TWILIO_OAS names the file. The description has gaps, filled here:
 * it requires nothing of an answer (everything is required, nothing may be added), says nothing of errors, forgets that
 * enumerations may be null, has formats of its own, and lacks two parameters that the official client sends.
 */
import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

type Schema = Record<string, unknown>;
type Description = {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
};

/** Parameters of the twilio package 6.2.0 that the description does not know. */
const MISSING_PARAMETERS: Record<string, string[]> = {
  "/2010-04-01/Accounts/{AccountSid}/Calls.json post": ["RecordingConfigurationId", "Passports"],
};

/** The description's path, or why there is none. Throws when TWILIO_OAS names a file that is not there. */
export function findDescription(env = process.env): { path: string } | { why: string } {
  const named = env.TWILIO_OAS;
  if (named) {
    if (!existsSync(named)) throw new Error(`TWILIO_OAS: found ${named}, expected a file that exists`);
    return { path: named };
  }
  return { why: "skipped: set TWILIO_OAS to Twilio's twilio_api_v2010.json to validate against its API description" };
}

let loaded: Description | undefined;

function description(): Description {
  const found = findDescription();
  if ("why" in found) throw new Error(found.why);
  loaded ??= JSON.parse(readFileSync(found.path, "utf8")) as Description;
  return loaded;
}

const E164 = /^\+[1-9]\d{6,14}$/;
const FORMATS: Record<string, RegExp | ((text: string) => boolean) | true> = {
  "date-time-rfc-2822": /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/,
  uri: /^(https?|wss?):\/\/|^\//,
  endpoint: (text) => E164.test(text) || /^(client|sips?|app):/.test(text),
  "phone-number": E164,
  "http-method": /^(GET|POST)$/,
  twiml: (text) => text.length <= 4000 && /<Response[\s>/]/.test(text),
  currency: /^[A-Z]{3}$/i,
};
const ACCEPTED_FORMATS = ["uri-map", "phone-number-capabilities", "int64", "date", "date-time", "iso-country-code", "ice-server"];

function makeAjv(options: { coerceTypes?: "array" }): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false, ...options });
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format);
  for (const name of ACCEPTED_FORMATS) ajv.addFormat(name, true);
  return ajv;
}

const responses = makeAjv({});
/** Forms carry text only, and a list of one as a single value. */
const requests = makeAjv({ coerceTypes: "array" });

const NOISE = /^(x-|description$|examples?$|title$|default$)/;

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function target(reference: unknown): Schema {
  const name = String(reference).split("/").at(-1) ?? "";
  const schema = description().components.schemas[name];
  if (!schema) throw new Error(`schema: found a reference to ${name}, which the description does not have`);
  return schema;
}

/** OpenAPI 3.0 to a strict JSON schema. `whole`: every property is required, as in an answer. */
function strict(value: unknown, whole: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => strict(item, whole));
  if (!isSchema(value)) return value;
  if (typeof value.$ref === "string") {
    const schema = strict(target(value.$ref), whole);
    return whole && isSchema(schema) && schema.enum ? { anyOf: [schema, { type: "null" }] } : schema;
  }
  const { properties, ...rest } = value;
  const schema: Schema = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !NOISE.test(key) && (key !== "nullable" || "type" in value))
      .map(([key, inner]) => [key, strict(inner, whole)]),
  );
  if (!isSchema(properties)) return schema;
  schema.properties = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, strict(inner, whole)]));
  schema.additionalProperties = false;
  if (whole) schema.required = Object.keys(properties);
  return schema;
}

const compiled = new Map<string, ValidateFunction>();

function once(key: string, make: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key) ?? make();
  compiled.set(key, known);
  return known;
}

/** Judges an answer, e.g. `api.v2010.account.call`; errors are in the function's `errors`. */
export function responseValidator(schemaName: string): ValidateFunction {
  return once(`response ${schemaName}`, () => responses.compile(strict(target(schemaName), true) as Schema));
}

/** Judges a list, e.g. of `calls`, each an `api.v2010.account.call`. */
export function listValidator(key: string, schemaName: string): ValidateFunction {
  const uri = { type: ["string", "null"], pattern: "^/" };
  const page = { first_page_uri: uri, next_page_uri: uri, previous_page_uri: uri, uri };
  const numbers = Object.fromEntries(["page", "page_size", "start", "end"].map((name) => [name, { type: "integer" }]));
  const properties = { ...page, ...numbers, [key]: { type: "array", items: strict(target(schemaName), true) } };
  const schema = { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  return once(`list ${key} ${schemaName}`, () => responses.compile(schema));
}

/** Judges a form, by the description's path and method. Repeated fields are lists. */
export function requestValidator(path: string, method: "post"): ValidateFunction {
  return once(`request ${method} ${path}`, () => {
    const schema = description().paths[path]?.[method]?.requestBody?.content["application/x-www-form-urlencoded"]?.schema;
    if (!schema) throw new Error(`path: found ${method} ${path}, which the description does not have`);
    const form = strict(schema, false) as Schema & { properties: Schema };
    for (const name of MISSING_PARAMETERS[`${path} ${method}`] ?? []) form.properties[name] = {};
    return requests.compile(form);
  });
}

/** A form as the request validator reads it: single values as text, repeated ones as lists. */
export function formObject(form: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

/** An error as Twilio sends it; the description has none. */
export const errorValidator = responses.compile({
  type: "object",
  properties: { code: { type: "integer" }, message: { type: "string" }, more_info: { type: "string" }, status: { type: "integer" } },
  required: ["code", "message", "more_info", "status"],
  additionalProperties: false,
});
