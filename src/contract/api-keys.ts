import { z } from "zod";
import { ROLES } from "../../campaigns/role.ts";
import { id, idParams, instant } from "./common.ts";
import { route } from "./route.ts";

/** A key stands for a program. Taking calls needs a person, so there is no key with the role of an agent. */
const keyRole = z.enum(ROLES).exclude(["agent"]);

export const apiKey = z
  .object({
    id,
    name: z.string(),
    role: z.enum(ROLES),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "ApiKey" });

const tag = "API keys";

export const apiKeyRoutes = {
  listApiKeys: route({
    method: "get",
    path: "/v1/api-keys",
    tag,
    summary: "All API keys, without their secrets",
    may: "manage-accounts",
    response: { status: 200, about: "Every key, newest first", schema: z.object({ items: z.array(apiKey) }).meta({ id: "ApiKeyList" }) },
    errors: [],
  }),
  // Takes no Idempotency-Key: storing the answer would store the secret.
  issueApiKey: route({
    method: "post",
    path: "/v1/api-keys",
    tag,
    summary: "Issue an API key; its secret is shown in this answer only",
    may: "manage-accounts",
    body: z.strictObject({ name: z.string().trim().min(1).max(200), role: keyRole }).meta({ id: "NewApiKey" }),
    response: { status: 201, about: "Issued", schema: apiKey.extend({ key: z.string() }).meta({ id: "IssuedApiKey" }) },
    errors: [],
    audit: "api-key",
  }),
  revokeApiKey: route({
    method: "delete",
    path: "/v1/api-keys/{id}",
    tag,
    summary: "Revoke an API key at once",
    may: "manage-accounts",
    params: idParams,
    response: { status: 204, about: "Revoked" },
    errors: [404],
    audit: "api-key",
  }),
};
