/** The OpenAPI 3.1 document, made from the contract's routes. */
import type { oas31 } from "zod-openapi";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { PERMISSIONS } from "../../contract/permissions.ts";
import { PROBLEM_MEDIA_TYPE, problem } from "../../contract/problem.ts";
import { isStream, type Route } from "../../contract/route.ts";
import { ROUTES } from "../../contract/routes.ts";
import { cookieName } from "./sessions.ts";

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: "The input is not what is expected; `errors` names each fault",
  401: "Nobody is signed in",
  403: "The role may not do this, or the request comes from a foreign page",
  404: "There is no such thing",
  409: "Not in the present state of things",
  412: "It was changed in between",
  413: "The body is too large",
  415: "The body has another media type",
  422: "Understood, and not possible",
  428: "The version is missing",
  429: "Too many tries",
  503: "Not available now",
};

export function makeOpenApi(options: { publicBaseUrl: string; version: string; secureCookies: boolean }): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(ROUTES as Record<string, Route>)) {
    paths[route.path] = { ...paths[route.path], [route.method]: toOperation(name, route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Callkeeper",
      version: options.version,
      description:
        "Outbound dialer and callback campaign manager: lists, campaigns, agents, attempts, and why each call was or was not made.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: options.publicBaseUrl, description: "This installation" }],
    tags: [...new Set(Object.values(ROUTES).map(({ tag }) => tag))].map((name) => ({ name, description: `${name}: see the operations.` })),
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookieName(options.secureCookies), description: "Set by POST /v1/session" },
        apiKey: { type: "http", scheme: "bearer", description: "An API key: ck_…" },
      },
    },
  });
}

function toOperation(name: string, route: Route): ZodOpenApiOperationObject {
  const roles = PERMISSIONS[route.may];
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    description: roles === "open" ? "Open to all." : `For: ${roles.join(", ")}.`,
    ...(roles === "open" && { security: [] }),
    ...((route.params || route.query) && {
      requestParams: { ...(route.params && { path: route.params }), ...(route.query && { query: route.query }) },
    }),
    ...(route.idempotent && { parameters: [IDEMPOTENCY_KEY] }),
    ...(route.body && { requestBody: toRequestBody(route.body) }),
    responses: { ...toSuccess(route), ...toProblems(route) },
  };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "8 to 200 visible characters. The same key and input again gives the first answer.",
  schema: { type: "string", minLength: 8, maxLength: 200 },
} as const;

function toRequestBody(body: NonNullable<Route["body"]>): NonNullable<ZodOpenApiOperationObject["requestBody"]> {
  if (!isStream(body)) return { required: true, content: { "application/json": { schema: body } } };
  return {
    required: true,
    description: body.about,
    content: Object.fromEntries(body.stream.map((type) => [type, { schema: { type: "string" } }])),
  };
}

function toSuccess({ response }: Route): ZodOpenApiResponsesObject {
  if ("schema" in response)
    return { [response.status]: { description: response.about, content: { "application/json": { schema: response.schema } } } };
  if ("stream" in response)
    return { [response.status]: { description: response.about, content: { [response.stream]: { schema: { type: "string" } } } } };
  return { [response.status]: { description: response.about } };
}

/** The route's own problems and those of its borders. */
function toProblems(route: Route): ZodOpenApiResponsesObject {
  const statuses = new Set(route.errors);
  if (route.params || route.query || route.body) statuses.add(400);
  if (route.may !== "open") statuses.add(401).add(403);
  if (route.body) statuses.add(413).add(415);
  if (route.idempotent) statuses.add(409).add(422);
  const described = [...statuses]
    .toSorted((a, b) => a - b)
    .map((status) => [String(status), toProblem(STATUS_TEXT[status] ?? "Refused")] as const);
  return { ...Object.fromEntries(described), default: toProblem("Any other problem") };
}

const toProblem = (description: string) => ({ description, content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } } });
