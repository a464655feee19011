import type { AuditEntry } from "../ports/audit-trail.ts";
import type { Clock, Ids } from "../ports/clock.ts";
import type { Stores } from "../ports/stores.ts";

/** Says who did what, within the transaction that did it: the one is not committed without the other. */
export const audit = (
  tx: Stores,
  { clock, ids }: { clock: Clock; ids: Ids },
  done: Pick<AuditEntry, "actor" | "action" | "subject"> & Partial<Pick<AuditEntry, "detail">>,
): Promise<void> => tx.audit.add({ detail: {}, ...done, id: ids.next(), createdAt: clock.now() });
