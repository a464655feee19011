/** Answers of the rules as JSON: one query in, one answer out. */
import { explainCall, type Explanation } from "../../../campaigns/compliance/explain/explain-call.ts";
import { isoUtc } from "../../../campaigns/compliance/explain/instant-text.ts";
import { permittedWindows, type PermittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import { type QueryError, readExplainQuery, readWindowsQuery } from "../../../campaigns/compliance/explain/query.ts";
import type { DecisionReason } from "../../../campaigns/compliance/decision.ts";
import type { Instant } from "../../../campaigns/instant.ts";

/** JSON on one line. It is put together by hand, for most of an answer is the same in thousands of them. */
export type Answer = string;

type Law = Pick<Explanation, "zones" | "jurisdictions" | "reasons">;

const errorJson = (error: QueryError): Answer => JSON.stringify({ error });

const told = (reasons: readonly DecisionReason[]) =>
  reasons.map(({ code, rule, citation, confidence }) => ({ code, rule, citation, confidence }));

/** By lists that do not change: those of places and rules that are kept. */
const WRITTEN = new WeakMap<readonly unknown[], string>();

function written<Item>(list: readonly Item[], shown: (list: readonly Item[]) => unknown): string {
  const known = WRITTEN.get(list);
  if (known !== undefined) return known;
  const text = JSON.stringify(shown(list));
  if (Object.isFrozen(list)) WRITTEN.set(list, text);
  return text;
}

const lawJson = ({ zones, jurisdictions, reasons }: Law): string =>
  `"zones":${written(zones, (list) => list)},"jurisdictions":${written(jurisdictions, (list) => list)},"reasons":${written(reasons, told)}`;

export const explanationJson = ({ decision, until, zones, jurisdictions, reasons }: Explanation): Answer =>
  `{"decision":"${decision}","until":${until === null ? null : `"${isoUtc(until)}"`},${lawJson({ zones, jurisdictions, reasons })}}`;

export const windowsJson = ({ intervals, zones, jurisdictions, reasons }: PermittedWindows): Answer =>
  `{"intervals":[${intervals.map(([from, to]) => `["${isoUtc(from)}","${isoUtc(to)}"]`).join()}],${lawJson({ zones, jurisdictions, reasons })}}`;
export function explainAnswer(input: unknown, now: Instant): Answer {
  const read = readExplainQuery(input, now);
  return read.ok ? explanationJson(explainCall(read.query)) : errorJson(read.error);
}

export function windowsAnswer(input: unknown): Answer {
  const read = readWindowsQuery(input);
  return read.ok ? windowsJson(permittedWindows(read.query)) : errorJson(read.error);
}

const NOTHING = errorJson({ field: "line", found: "nothing", expected: "a JSON object" });

/** A text of JSON, and the colon that makes it a field. */
const TEXT = /"((?:[^"\\]|\\.)*)"\s*(:)?/g;

function count(text: string, letter: string): number {
  let found = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1;
  return found;
}

/** A field that is there twice, of which JSON would keep the last. Nested values are refused by the fields. */
function fieldTwice(line: string, input: unknown): string | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  const values = Object.values(input);
  if (values.some((value) => typeof value === "object" && value !== null)) return undefined;
  const texts = values.length + values.filter((value) => typeof value === "string").length;
  if (!line.includes("\\") && count(line, '"') === 2 * texts) return undefined;
  const names = [...line.matchAll(TEXT)].flatMap(([, name = "", colon]) => (colon ? [name] : []));
  return names.length === values.length ? undefined : names.find((name, index) => names.indexOf(name) !== index);
}

/** The answer to one line of JSON, without its line break. A bad line gets an answer that says what is wrong. */
export function answerToLine(line: string, answer: (input: unknown) => Answer): string {
  if (line.trim() === "") return NOTHING;
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    const found = line.length > 80 ? `${line.slice(0, 80)}…` : line;
    return errorJson({ field: "line", found, expected: "a JSON object on one line" });
  }
  const twice = fieldTwice(line, input);
  return twice === undefined ? answer(input) : errorJson({ field: twice, found: "the field twice", expected: "each field once" });
}
