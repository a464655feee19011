/** Answers of the rules as JSON: one query in, one answer out. */
import { explainCall, type Explanation } from "../../../campaigns/compliance/explain/explain-call.ts";
import { isoUtc } from "../../../campaigns/compliance/explain/instant-text.ts";
import { permittedWindows, type PermittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import { type QueryError, readExplainQuery, readWindowsQuery } from "../../../campaigns/compliance/explain/query.ts";
import type { DecisionReason } from "../../../campaigns/compliance/decision.ts";
import type { Instant } from "../../../campaigns/instant.ts";

export type Answer = { error: QueryError } | Record<string, unknown>;

const told = (reasons: readonly DecisionReason[]) =>
  reasons.map(({ code, rule, citation, confidence }) => ({ code, rule, citation, confidence }));

export const explanationJson = ({ decision, until, zones, jurisdictions, reasons }: Explanation): Answer => ({
  decision,
  until: until === null ? null : isoUtc(until),
  zones,
  jurisdictions,
  reasons: told(reasons),
});

export const windowsJson = ({ intervals, zones, jurisdictions, reasons }: PermittedWindows): Answer => ({
  intervals: intervals.map(([from, to]) => [isoUtc(from), isoUtc(to)]),
  zones,
  jurisdictions,
  reasons: told(reasons),
});

export function explainAnswer(input: unknown, now: Instant): Answer {
  const read = readExplainQuery(input, now);
  return read.ok ? explanationJson(explainCall(read.query)) : { error: read.error };
}

export function windowsAnswer(input: unknown): Answer {
  const read = readWindowsQuery(input);
  return read.ok ? windowsJson(permittedWindows(read.query)) : { error: read.error };
}

/** The answer to one line of JSON, without its line break. A bad line gets an answer that says what is wrong. */
export function answerToLine(line: string, answer: (input: unknown) => Answer): string {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    const found = line.length > 80 ? `${line.slice(0, 80)}…` : line;
    return JSON.stringify({ error: { field: "line", found, expected: "a JSON object on one line" } });
  }
  return JSON.stringify(answer(input));
}
