/** Who is behind a request: a user with a session, or a program with an API key. */
import type { Request } from "express";
import type { Role } from "../../../campaigns/role.ts";
import type { HttpDeps } from "./deps.ts";
import { HttpProblem } from "./problem.ts";
import { hasExpired } from "./sessions.ts";

export type Principal = {
  kind: "user" | "api-key";
  id: string;
  name: string;
  role: Role;
  /** As audit entries and idempotency keys name them: "user:…". */
  actor: string;
  /** The latest end of the session, null for a key. */
  expiresAt: number | null;
};

const BEARER = /^Bearer +(\S+)$/i;
const unauthenticated = (): HttpProblem =>
  new HttpProblem("not-signed-in", 401, { headers: { "WWW-Authenticate": 'Bearer realm="callkeeper"' } });

/** Throws 401 when nobody is behind the request. A role that was changed or a user who was disabled is seen at once. */
export async function identify(deps: Pick<HttpDeps, "stores" | "credentials" | "clock">, req: Request): Promise<Principal> {
  const { authorization } = req.headers;
  const principal = authorization === undefined ? await userBehind(deps, req) : await keyBehind(deps, authorization);
  if (!principal) throw unauthenticated();
  return principal;
}

async function keyBehind(deps: Pick<HttpDeps, "stores" | "credentials" | "clock">, authorization: string): Promise<Principal | undefined> {
  const key = BEARER.exec(authorization)?.[1];
  const found = key && (await deps.stores.apiKeys.use(deps.credentials.hashApiKey(key), deps.clock.now()));
  if (!found) return undefined;
  return { kind: "api-key", id: found.id, name: found.name, role: found.role, actor: `api-key:${found.id}`, expiresAt: null };
}

async function userBehind(deps: Pick<HttpDeps, "stores" | "clock">, req: Request): Promise<Principal | undefined> {
  const { session } = req;
  if (!session?.userId || session.endsAt === undefined) return undefined;
  const user = hasExpired(session.endsAt, deps.clock.now()) ? undefined : await deps.stores.users.find(session.userId);
  if (!user || user.disabledAt !== null) {
    await new Promise<void>((settle) => session.destroy(() => settle()));
    return undefined;
  }
  return { kind: "user", id: user.id, name: user.name, role: user.role, actor: `user:${user.id}`, expiresAt: session.endsAt };
}
