import type { Request } from "express";
import type { HttpDeps } from "../deps.ts";
import { orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import type { Principal } from "../principal.ts";
import { HttpProblem } from "../problem.ts";
import { beginSession, endSession, rotateSession } from "../sessions.ts";
import { makeSignInThrottle, type SignInThrottle } from "../sign-in-throttle.ts";
import { toIso, toWire } from "../wire.ts";

export function sessionHandlers(deps: HttpDeps): HandlersOf<"signIn" | "whoAmI" | "signOut" | "changePassword"> {
  const throttle = makeSignInThrottle();
  return {
    signIn: ({ body, req }) => signIn(deps, throttle, { body, req }),
    whoAmI: ({ principal }) => toMe(principal),
    async signOut({ principal, req, res }) {
      if (principal.kind !== "user")
        throw new HttpProblem("session-required", 403, { detail: "An API key is not signed in; revoke it instead." });
      await endSession(req);
      res.clearCookie(deps.config.secureCookies ? "__Host-callkeeper" : "callkeeper", { path: "/" });
    },
    async changePassword({ body, principal, req }) {
      if (principal.kind !== "user") throw new HttpProblem("session-required", 403, { detail: "An API key has no password." });
      const tried = { account: `password:${principal.id}`, address: req.ip ?? "unknown" };
      await throttle.begin(tried);
      const changed = await deps.services.changePassword({ userId: principal.id, ...body, sessionId: req.sessionID });
      if (!changed.ok && changed.reason === "wrong-password") await throttle.failed(tried);
      orRefuse(changed);
      await throttle.succeeded(tried);
      await rotateSession(req, { userId: principal.id, endsAt: principal.expiresAt ?? deps.clock.now() });
    },
  };
}

async function signIn(
  deps: HttpDeps,
  throttle: SignInThrottle,
  { body, req }: { body: { email: string; password: string }; req: Request },
) {
  if (deps.config.secureCookies && !isSecure(req))
    throw new HttpProblem("https-required", 403, { detail: "Signing in needs HTTPS: PUBLIC_BASE_URL begins with https." });
  const tried = { account: body.email.trim(), address: req.ip ?? "unknown" };
  await throttle.begin(tried);
  const user = await deps.services.checkPassword(body);
  await deps.stores.audit.add({
    id: deps.ids.next(),
    actor: user ? `user:${user.id}` : "nobody",
    action: user ? "signIn" : "signInRefused",
    subject: user ? `user:${user.id}` : "user:unknown",
    detail: {},
    createdAt: deps.clock.now(),
  });
  if (!user) {
    await throttle.failed(tried);
    throw new HttpProblem("wrong-credentials", 401, { detail: "No user with this e-mail address and password may sign in." });
  }
  await throttle.succeeded(tried);
  await beginSession(req, { userId: user.id, now: deps.clock.now() });
  return { kind: "user" as const, id: user.id, name: user.name, role: user.role, expiresAt: toIso(req.session.endsAt ?? 0) };
}

// Behind a proxy the last hop is plain; the proxy says how it was asked.
const isSecure = (req: Request): boolean => req.secure || req.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";

const toMe = ({ kind, id, name, role, expiresAt }: Principal) => toWire({ kind, id, name, role, expiresAt });
