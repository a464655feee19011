/**
 * A route is a value. The router, the OpenAPI document and the browser's client are all made from it,
 * so none of them can say something else than the others.
 */
import type { z } from "zod";
import type { Permission } from "./permissions.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** JSON that fits the schema, or a stream of bytes in one of these media types (the schema's place is then taken by a sentence). */
export type Body = z.ZodType | { stream: readonly string[]; about: string };

export type Response =
  | { status: 200 | 201; about: string; schema: z.ZodType }
  | { status: 200; about: string; stream: string }
  | { status: 204; about: string };

export type Route = {
  method: Method;
  /** As OpenAPI writes it: "/v1/campaigns/{id}". */
  path: string;
  tag: string;
  summary: string;
  may: Permission;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: Body;
  response: Response;
  /** HTTP statuses of the problems that this route has of its own; those of its borders (400, 401, 403, 415, 429…) are added. */
  errors: readonly number[];
  /** Takes an `Idempotency-Key`: the same key and body again gives the stored answer. */
  idempotent?: true;
  /** Written to the audit trail as this kind of subject when it has succeeded. */
  audit?: string;
};

/** Keeps the exact types of a route's schemas. */
export const route = <const R extends Route>(value: R): R => value;

export const isStream = (body: Body): body is Extract<Body, { stream: readonly string[] }> => "stream" in body;
