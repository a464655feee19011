import { readFileSync } from "node:fs";
import { CliFailure, inWords } from "./failure.ts";

/** Campaign settings from the JSON file that `--settings` names, complete or in part; what they hold is checked elsewhere. */
export function readSettingsFile(path: string): Record<string, unknown> {
  const expected = "expected a JSON file with campaign settings";
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new CliFailure({ code: "settings-unreadable", message: `--settings: found ${inWords(error)}; ${expected}`, kind: "usage" });
  }
  if (typeof file === "object" && file !== null && !Array.isArray(file)) return { ...file };
  const found = Array.isArray(file) ? "an array" : JSON.stringify(file).slice(0, 60);
  throw new CliFailure({ code: "settings-unreadable", message: `--settings: found ${found}; ${expected}: {…}`, kind: "usage" });
}
