import { SettingsError } from "../config/reader.ts";

/** A command cannot do what was asked; said in one line and no stack. `usage`: the command line itself was wrong. */
export class CliFailure extends Error {
  readonly code: string;
  readonly kind: "usage" | "failure";

  constructor(failure: { code: string; message: string; kind?: "usage" | "failure"; cause?: unknown }) {
    super(failure.message, { cause: failure.cause });
    this.name = "CliFailure";
    this.code = failure.code;
    this.kind = failure.kind ?? "failure";
  }
}

/** What the shell is told: 2 for a wrong command line or settings, 1 for everything else that failed. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof SettingsError || (error instanceof CliFailure && error.kind === "usage") ? 2 : 1;

/** The error as a person reads it: its message, and its causes where they say more. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = error.message || (error as { code?: string }).code || error.name;
  if (error.cause === undefined || error instanceof CliFailure) return message;
  const cause = inWords(error.cause);
  return message.includes(cause) ? message : `${message} (${cause})`;
}
