import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orNotFound, orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

export function emergencyStopHandlers({ services, stores }: HttpDeps): HandlersOf<"listStops" | "stopCalls" | "liftStop"> {
  return {
    async listStops({ query }) {
      const { inForce, ...page } = query;
      return pageToWire(await stores.stops.page({ inForceOnly: inForce, ...toPageQuery(page) }), toWire);
    },
    async stopCalls({ body, principal }) {
      const { ok: _ok, stop, ...ended } = orRefuse(await services.stopCalls({ ...body, actor: principal.actor }));
      return { ...ended, stop: toWire(orNotFound(await stores.stops.find(stop.id), "emergency stop")) };
    },
    async liftStop({ params, body, principal }) {
      return toWire(orRefuse(await services.liftStop({ ...params, ...body, actor: principal.actor })).stop);
    },
  };
}
