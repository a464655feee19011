/** One line for each request: which route, what came of it, who. Never an address's parameters, a header or a body. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import type { Principal } from "./principal.ts";

declare module "express-serve-static-core" {
  interface Request {
    id: string;
    log: Logger;
  }
}

const GIVEN_ID = /^[\w-]{8,64}$/;

/** The id that a proxy gave, if it is one, or a new one. Answered as X-Request-Id, so that a caller can name the request. */
function requestId(req: IncomingMessage, res: ServerResponse): string {
  const given = req.headers["x-request-id"];
  const id = typeof given === "string" && GIVEN_ID.test(given) ? given : randomUUID();
  res.setHeader("X-Request-Id", id);
  return id;
}

const localsOf = (res: unknown): { path?: string; principal?: Principal } => (res as Response).locals;

export function makeRequestLog(log: Logger): RequestHandler {
  const handler = pinoHttp<Request, Response>({
    logger: log,
    genReqId: requestId,
    serializers: {
      req: (req: { id: string; method: string }) => ({ id: req.id, method: req.method }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    // Asked before the request is routed as well, when neither is known: a line would hold each of them twice.
    customProps: (_req, res) => (res.headersSent ? { route: localsOf(res).path ?? "(none)", actor: localsOf(res).principal?.actor } : {}),
    customLogLevel: (_req, res, error) => {
      if (error || res.statusCode >= 500) return "error";
      // Probes and webhooks come many times a second.
      return localsOf(res).path?.startsWith("/v1/") || res.statusCode >= 400 ? "info" : "debug";
    },
    customSuccessMessage: () => "request answered",
    customErrorMessage: () => "request failed",
  });
  return handler;
}
