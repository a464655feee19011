import type { HttpDeps } from "../deps.ts";
import { orNotFound } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

export function apiKeyHandlers({ stores, services, clock }: HttpDeps): HandlersOf<"listApiKeys" | "issueApiKey" | "revokeApiKey"> {
  return {
    listApiKeys: async () => ({ items: toWire(await stores.apiKeys.all()) }),
    async issueApiKey({ body, principal }) {
      const { apiKey, key } = await services.issueApiKey({ ...body, createdBy: principal.kind === "user" ? principal.id : null });
      return { ...toWire(apiKey), key };
    },
    async revokeApiKey({ params }) {
      orNotFound(await stores.apiKeys.revoke(params.id, clock.now()), "API key");
    },
  };
}
