import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

export function doNotCallHandlers({ services, stores, clock }: HttpDeps): HandlersOf<"listDoNotCall" | "forbidCalls" | "withdrawForbid"> {
  return {
    async listDoNotCall({ query }) {
      const { phone, ...page } = query;
      return pageToWire(await stores.doNotCall.page({ phone, now: clock.now(), ...toPageQuery(page) }), toWire);
    },
    async forbidCalls({ body, principal }) {
      const wanted = {
        ...body,
        expiresAt: body.expiresAt === null ? null : Date.parse(body.expiresAt),
        source: principal.kind === "user" ? principal.role : "api",
        createdBy: principal.kind === "user" ? principal.id : null,
        actor: principal.actor,
      };
      return toWire(orRefuse(await services.forbidCalls(wanted)).entry);
    },
    async withdrawForbid({ params, principal }) {
      orRefuse(await services.withdrawForbid({ id: params.id, actor: principal.actor }));
    },
  };
}
