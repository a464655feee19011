/** Login sessions: a random id in a cookie, the rest in PostgreSQL (express-session, connect-pg-simple). */
import connectPgSimple from "connect-pg-simple";
import type { Request, RequestHandler } from "express";
import session from "express-session";
import type { Pool } from "pg";
import type { Config } from "../../config/config.ts";

declare module "express-session" {
  interface SessionData {
    userId: string;
    /** The latest moment at which the sign-in ends, however busy it is; milliseconds. */
    endsAt: number;
  }
}

const HOUR_MS = 3_600_000;
/** Without a request for so long, the session ends. A shift's longest break is shorter; our choice. */
export const IDLE_MS = 2 * HOUR_MS;
/** However busy, the session ends after so long: longer than a shift, shorter than a day; our choice. */
export const ABSOLUTE_MS = 12 * HOUR_MS;

/** `__Host-` binds the cookie to this very host, and browsers take it over HTTPS only. */
export const cookieName = (secure: boolean): string => (secure ? "__Host-callkeeper" : "callkeeper");

export type Sessions = AsyncDisposable & { handler: RequestHandler };

export function makeSessions(deps: { pool: Pool; http: Config["http"]; onError: (error: unknown) => void }): Sessions {
  const PgStore = connectPgSimple(session);
  const store = new PgStore({ pool: deps.pool, tableName: "login_sessions", createTableIfMissing: false, errorLog: deps.onError });
  const secure = deps.http.secureCookies;
  const handler = session({
    store,
    name: cookieName(secure),
    secret: deps.http.sessionSecret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // HTTPS ends at a proxy in front of us.
    proxy: secure,
    cookie: { httpOnly: true, sameSite: "strict", secure, path: "/", maxAge: IDLE_MS },
  });
  return { handler, [Symbol.asyncDispose]: async () => store.close() };
}

/** Begin a session with a new id, so that an id known before the sign-in is worth nothing after it. */
export async function beginSession(req: Request, begin: { userId: string; now: number }): Promise<void> {
  await rotateSession(req, { userId: begin.userId, endsAt: begin.now + ABSOLUTE_MS });
}

/** The same sign-in under a new id. */
export async function rotateSession(req: Request, data: { userId: string; endsAt: number }): Promise<void> {
  await new Promise<void>((settle, fail) => req.session.regenerate((error: unknown) => (error ? fail(asError(error)) : settle())));
  req.session.userId = data.userId;
  req.session.endsAt = data.endsAt;
  await new Promise<void>((settle, fail) => req.session.save((error: unknown) => (error ? fail(asError(error)) : settle())));
}

export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((settle, fail) => req.session.destroy((error: unknown) => (error ? fail(asError(error)) : settle())));
}

export const hasExpired = (endsAt: number, now: number): boolean => now >= endsAt;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error("login session store failed", { cause: error }));
