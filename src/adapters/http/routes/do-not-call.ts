import { roleMay } from "../../../contract/permissions.ts";
import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { HttpProblem } from "../problem.ts";
import { toWire } from "../wire.ts";

export function doNotCallHandlers({ services, stores, clock }: HttpDeps): HandlersOf<"listDoNotCall" | "forbidCalls" | "withdrawForbid"> {
  return {
    async listDoNotCall({ query }) {
      const { phone, ...page } = query;
      return pageToWire(await stores.doNotCall.page({ phone, now: clock.now(), ...toPageQuery(page) }), toWire);
    },
    async forbidCalls({ body, principal }) {
      // One entry that forbids millions of numbers is for those who answer for the floor.
      if (body.target === "prefix" && !roleMay(principal.role, "withdraw-forbid"))
        throw new HttpProblem("not-allowed", 403, { detail: "target: found prefix, expected number or person from this role" });
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
