import type { ConsentEntry } from "../../../ports/consent-store.ts";
import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toIso, toWire } from "../wire.ts";

const iso = (instant: number): string => toIso(instant) ?? "";

function consentToWire({ until, agreedTime, ...entry }: ConsentEntry) {
  const span = agreedTime === null || agreedTime === "any" ? agreedTime : { from: iso(agreedTime[0]), to: iso(agreedTime[1]) };
  return { ...toWire(entry), proof: { ...entry.proof }, until: until === null ? null : iso(until), agreedTime: span };
}

type Names = "listConsents" | "recordConsent" | "withdrawConsent" | "listWithdrawals";

export function consentHandlers({ services, stores }: HttpDeps): HandlersOf<Names> {
  return {
    async listConsents({ query }) {
      const { phone, ...page } = query;
      return pageToWire(await stores.consents.page({ phone, ...toPageQuery(page) }), consentToWire);
    },
    async recordConsent({ body, principal }) {
      const { obtainedAt, until, agreedTime, ...given } = body;
      const span =
        agreedTime === null || agreedTime === "any" ? agreedTime : ([Date.parse(agreedTime.from), Date.parse(agreedTime.to)] as const);
      const { consent, isForbidden } = orRefuse(
        await services.recordConsent({
          ...given,
          obtainedAt: Date.parse(obtainedAt),
          until: until === null ? null : Date.parse(until),
          agreedTime: span,
          recordedBy: principal.actor,
        }),
      );
      return { ...consentToWire(consent), isForbidden };
    },
    async withdrawConsent({ body, principal }) {
      const withdrawnAt = body.withdrawnAt === null ? null : Date.parse(body.withdrawnAt);
      const createdBy = principal.kind === "user" ? principal.id : null;
      return toWire(orRefuse(await services.withdrawConsent({ ...body, withdrawnAt, recordedBy: principal.actor, createdBy })).withdrawal);
    },
    listWithdrawals: async ({ query }) => ({ items: toWire(await stores.consents.withdrawalsOf(query.phone)) }),
  };
}
