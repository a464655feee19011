/** Turns what zod found into field, found, expected. */
import type { z } from "zod";
import type { InputFault } from "../../contract/problem.ts";
import { HttpProblem } from "./problem.ts";

const MOST_FOUND = 80;
const SECRET = /password|secret|token|key/i;

/** Parses one part of a request or throws a 400 that names every fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown, part: "path" | "query" | "body"): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new HttpProblem("invalid-input", 400, { errors: parsed.error.issues.map((issue) => toFault(issue, input, part)) });
}

function toFault(issue: z.core.$ZodIssue, input: unknown, part: string): InputFault {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
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

/** zod's own sentences begin with what is wrong; ours says what would be right. */
function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `a value of type ${issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return "no such field";
    case "too_small":
      return `at least ${issue.minimum} (${issue.origin})`;
    case "too_big":
      return `at most ${issue.maximum} (${issue.origin})`;
    case "invalid_format":
      return issue.message.startsWith("Invalid") ? `a value of format ${issue.format}` : issue.message;
    default:
      return issue.message;
  }
}
