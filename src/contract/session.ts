import { z } from "zod";
import { ROLES } from "../../campaigns/role.ts";
import { id, instant } from "./common.ts";
import { route } from "./route.ts";

/**
 * At least 15 characters: NIST SP 800-63B-4 (2025-08) for passwords that stand alone. No rules of composition, for
 * the same source forbids them.
 */
export const newPassword = z.string().min(15).max(200);

const me = z
  .object({
    kind: z.enum(["user", "api-key"]),
    id,
    name: z.string(),
    role: z.enum(ROLES),
    /** The latest moment at which the sign-in ends; null for an API key. */
    expiresAt: instant.nullable(),
  })
  .meta({ id: "Me" });

const tag = "Sign-in";

export const sessionRoutes = {
  signIn: route({
    method: "post",
    path: "/v1/session",
    tag,
    summary: "Sign in: sets the session cookie",
    may: "open",
    body: z.strictObject({ email: z.string().min(1).max(320), password: z.string().min(1).max(200) }).meta({ id: "SignIn" }),
    response: { status: 200, about: "Signed in", schema: me },
    errors: [401, 429],
  }),
  whoAmI: route({
    method: "get",
    path: "/v1/session",
    tag,
    summary: "Who is signed in",
    may: "be-signed-in",
    response: { status: 200, about: "The user or API key behind this request", schema: me },
    errors: [],
  }),
  signOut: route({
    method: "delete",
    path: "/v1/session",
    tag,
    summary: "Sign out: ends the session",
    may: "be-signed-in",
    response: { status: 204, about: "Signed out" },
    errors: [],
  }),
  changePassword: route({
    method: "post",
    path: "/v1/session/password",
    tag,
    summary: "Change one's own password; every other session of the user ends",
    may: "be-signed-in",
    body: z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword }).meta({ id: "PasswordChange" }),
    response: { status: 204, about: "Changed" },
    errors: [403, 422, 429],
    audit: "user",
  }),
};
