import type { z } from "zod";

/** What would have been right. zod's own sentences begin with what is wrong. */
export function expectedOf(issue: z.core.$ZodIssue): string {
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

/** The field that is at fault; of several that nobody knows, the first. */
export const faultyPath = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
