import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

export function userHandlers({ stores, services }: HttpDeps): HandlersOf<"listUsers" | "createUser" | "editUser"> {
  return {
    listUsers: async ({ query }) => pageToWire(await stores.users.page(toPageQuery(query)), toWire),
    async createUser({ body }) {
      const { user, password } = orRefuse(await services.createUser(body));
      return { ...toWire(user), password };
    },
    editUser: async ({ params, body }) => toWire(orRefuse(await services.editUser(params.id, body)).user),
  };
}
