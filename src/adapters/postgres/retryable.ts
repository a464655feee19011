/** Which faults of PostgreSQL pass by themselves, and how long to wait before the same work is tried again. */

/** Pauses before each further try, in milliseconds. The last one used up, the error is the caller's. */
const SOON = [5, 20, 80, 200, 500];
const AFTER_RESTART = [100, 250, 500, 1_000, 2_000, 4_000];

const BY_CODE: Readonly<Record<string, readonly number[]>> = {
  // Class 40, transaction rollback: the transaction is certainly undone.
  "40001": SOON, // serialization_failure
  "40P01": SOON, // deadlock_detected
  // Class 08 and 57P: the connection or the server went away, or the server is starting.
  "08000": AFTER_RESTART,
  "08001": AFTER_RESTART,
  "08003": AFTER_RESTART,
  "08004": AFTER_RESTART,
  "08006": AFTER_RESTART,
  "57P01": AFTER_RESTART, // admin_shutdown
  "57P02": AFTER_RESTART, // crash_shutdown
  "57P03": AFTER_RESTART, // cannot_connect_now
  "53300": AFTER_RESTART, // too_many_connections
  ECONNREFUSED: AFTER_RESTART,
  ECONNRESET: AFTER_RESTART,
  EPIPE: AFTER_RESTART,
  ETIMEDOUT: AFTER_RESTART,
  ENOTFOUND: AFTER_RESTART,
  EAI_AGAIN: AFTER_RESTART,
};
/** Errors of node-postgres that carry no code. */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? "";

/** Pauses between tries for this error; empty when trying again would not help. */
export function retryDelaysMs(error: unknown): readonly number[] {
  const known = BY_CODE[codeOf(error)];
  if (known) return known;
  if (error instanceof AggregateError) return error.errors.map(retryDelaysMs).find((delays) => delays.length > 0) ?? [];
  return error instanceof Error && LOST.test(error.message) ? AFTER_RESTART : [];
}

/** The connection or the server is gone (not: the statement was wrong). */
export const isConnectionLoss = (error: unknown): boolean => retryDelaysMs(error) === AFTER_RESTART;

/** 23505 unique_violation, of one named index or constraint or of any. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return codeOf(error) === "23505" && (constraint === undefined || (error as { constraint?: string }).constraint === constraint);
}
