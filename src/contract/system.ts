import { z } from "zod";
import { route } from "./route.ts";

const tag = "System";

export const readiness = z
  .object({ ready: z.boolean(), database: z.boolean(), migrations: z.boolean(), jobQueue: z.boolean() })
  .meta({ id: "Readiness" });

export const systemRoutes = {
  health: route({
    method: "get",
    path: "/healthz",
    tag,
    summary: "The process is alive",
    may: "open",
    response: { status: 200, about: "Alive", schema: z.object({ status: z.literal("ok") }).meta({ id: "Health" }) },
    errors: [],
  }),
  readiness: route({
    method: "get",
    path: "/readyz",
    tag,
    summary: "The database and the job queue can be reached and the migrations are done",
    may: "open",
    response: { status: 200, about: "Ready", schema: readiness },
    errors: [503],
  }),
  metrics: route({
    method: "get",
    path: "/metrics",
    tag,
    summary: "Measures for Prometheus",
    may: "read-metrics",
    response: { status: 200, about: "Prometheus text", stream: "text/plain" },
    errors: [],
  }),
  openApi: route({
    method: "get",
    path: "/v1/openapi.json",
    tag,
    summary: "This description",
    may: "be-signed-in",
    response: { status: 200, about: "OpenAPI 3.1", schema: z.record(z.string(), z.unknown()).meta({ id: "OpenApiDocument" }) },
    errors: [],
  }),
};
