import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orNotFound } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toIso, toWire } from "../wire.ts";

export function attemptHandlers({ stores: { attemptLog } }: HttpDeps): HandlersOf<"listAttempts" | "findAttempt"> {
  return {
    async listAttempts({ query }) {
      const { campaignId, contactId, state, ...page } = query;
      return pageToWire(await attemptLog.page({ campaignId, contactId, state }, toPageQuery(page)), toWire);
    },
    async findAttempt({ params }) {
      const attempt = orNotFound(await attemptLog.find(params.id), "attempt");
      const [decisions, events] = await Promise.all([attemptLog.decisionsOf(params.id), attemptLog.eventsOf(params.id)]);
      return {
        ...toWire(attempt),
        // Evidence is shown as it was written down.
        decisions: decisions.map(({ waitUntil, decidedAt, ...decision }) => ({
          ...decision,
          waitUntil: waitUntil === null ? null : toIso(waitUntil),
          decidedAt: toIso(decidedAt) ?? "",
        })),
        events: toWire(events),
      };
    },
  };
}
