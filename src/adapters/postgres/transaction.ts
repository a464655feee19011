import { setTimeout as pause } from "node:timers/promises";
import { type Kysely, sql, type Transaction } from "kysely";
import type { TransactionOptions } from "../../ports/stores.ts";
import { PostgresFault } from "./errors.ts";
import { isConnectionLoss, retryDelaysMs } from "./retryable.ts";
import type { Database } from "./schema.ts";

/**
 * Runs `work` in one transaction (READ COMMITTED) and tries it again after a deadlock, a serialization
 * failure or a lost connection. So `work` may run several times: it must have no effect outside the database.
 * A connection lost while the commit was under way is not retried, as it may have been committed: that throws
 * `commit-unknown`. Inside a transaction `work` joins it.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Database>);
  for (let tries = 0; ; tries++) {
    let workIsDone = false;
    let workError: unknown;
    try {
      return await db.transaction().execute(async (transaction) => {
        if (options.statementTimeoutMs !== undefined) await setStatementTimeout(transaction, options.statementTimeoutMs);
        try {
          const result = await work(transaction);
          workIsDone = true;
          return result;
        } catch (error) {
          workError = error;
          throw error;
        }
      });
    } catch (caught) {
      // On a lost connection the rollback fails as well, and its error hides the first.
      const error = workError ?? caught;
      if (workIsDone && isConnectionLoss(error)) {
        throw new PostgresFault("commit-unknown", "transaction: found a connection lost during the commit; expected an answer to it", {
          cause: error,
        });
      }
      const delay = retryDelaysMs(error)[tries];
      if (delay === undefined) throw error;
      // Up to half as long again, so that two transactions that collided do not collide again.
      await pause(delay * (1 + Math.random() / 2));
    }
  }
}

/** Until the end of this transaction; for an import or another statement that may rightly take long. */
export async function setStatementTimeout(transaction: Kysely<Database>, milliseconds: number): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`.execute(transaction);
}
