/** What goes wrong around PostgreSQL itself. `code` is stable: documentation, tests and `doctor` name it. */
export type PostgresFaultCode =
  | "embedded-postgres-unavailable"
  | "embedded-postgres-failed"
  | "embedded-postgres-password-missing"
  | "migration-changed"
  | "migration-out-of-order"
  | "migration-failed"
  | "database-newer-than-program"
  | "database-unreachable"
  | "commit-unknown";

/** A fault with the field it concerns, what was found and what was expected. */
export class PostgresFault extends Error {
  readonly code: PostgresFaultCode;
  /** May the same work simply be tried again? */
  readonly retry: boolean;
  constructor(code: PostgresFaultCode, message: string, options: { cause?: unknown; retry?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "PostgresFault";
    this.code = code;
    this.retry = options.retry ?? false;
  }
}
