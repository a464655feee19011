/** Turns what zod found into field, found, expected. */
import type { z } from "zod";
import { expectedOf, faultyPath } from "../../../campaigns/expected.ts";
import type { InputFault } from "../../contract/problem.ts";
import { HttpProblem } from "./problem.ts";
import { findUnfit, type Unfit } from "./unfit.ts";

const MOST_FOUND = 80;
const SECRET = /password|secret|token|key/i;

/** Parses one part of a request or throws a 400 that names every fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown, part: "path" | "query" | "body"): z.output<Schema> {
  const unfit = findUnfit(input);
  if (unfit) throw new HttpProblem("invalid-input", 400, { errors: [faultOf(unfit, part)] });
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new HttpProblem("invalid-input", 400, { errors: parsed.error.issues.map((issue) => toFault(issue, input, part)) });
}

const faultOf = ({ path, found, expected }: Unfit, part: string): InputFault => ({ field: [part, ...path].join("."), found, expected });

function toFault(issue: z.core.$ZodIssue, input: unknown, part: string): InputFault {
  const path = faultyPath(issue);
  const field = [part, ...path.map(String)].join(".");
  return { field, found: SECRET.test(field) ? "(not shown)" : describe(valueAt(input, path)), expected: expectedOf(issue) };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > MOST_FOUND ? `${text.slice(0, MOST_FOUND)}…` : text;
}
