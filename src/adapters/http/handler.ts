/** A handler is typed by its route: it gets what the contract's schemas made of the request, and gives what they demand. */
import type { Readable } from "node:stream";
import type { Request, Response } from "express";
import type { z } from "zod";
import type { Route } from "../../contract/route.ts";
import type { Routes } from "../../contract/routes.ts";
import type { Principal } from "./principal.ts";

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type BodyOf<R extends Route> = R extends { body: infer Body } ? (Body extends { stream: unknown } ? Readable : Parsed<Body>) : undefined;

export type Asked<R extends Route> = {
  params: R extends { params: infer Params } ? Parsed<Params> : undefined;
  query: R extends { query: infer Query } ? Parsed<Query> : undefined;
  body: BodyOf<R>;
  principal: R["may"] extends "open" ? undefined : Principal;
  req: Request;
  res: Response;
};

/** JSON for a schema; nothing for 204, and nothing for a stream, which the handler writes to `res` itself. */
export type Answer<R extends Route> = R["response"] extends { schema: infer Schema extends z.ZodType } ? z.input<Schema> : void;

export type Handler<R extends Route> = (asked: Asked<R>) => Promise<Answer<R>> | Answer<R>;
/** One handler for every route of the contract: a missing one does not compile. */
export type Handlers = { [Name in keyof Routes]: Handler<Routes[Name]> };
export type HandlersOf<Names extends keyof Routes> = Pick<Handlers, Names>;
