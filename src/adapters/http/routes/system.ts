import type { FloorCount } from "../../../ports/floor-board.ts";
import type { HttpDeps } from "../deps.ts";
import type { HandlersOf } from "../handler.ts";
import type { LiveHub } from "../live-hub.ts";
import type { Metrics } from "../metrics.ts";
import { HttpProblem } from "../problem.ts";
import { toWire } from "../wire.ts";

type Names = "health" | "readiness" | "metrics" | "openApi" | "watchFloor" | "live";
type Parts = {
  metrics: Metrics;
  hub: LiveHub;
  openApi: () => Record<string, unknown>;
  countFloor: () => Promise<FloorCount & { countedAt: number }>;
};

export function systemHandlers({ checkReady }: HttpDeps, { metrics, hub, openApi, countFloor }: Parts): HandlersOf<Names> {
  return {
    health: () => ({ status: "ok" }),
    async readiness() {
      const parts = await checkReady();
      const missing = Object.entries(parts).filter(([, isThere]) => !isThere);
      if (missing.length > 0)
        throw new HttpProblem("not-ready", 503, {
          detail: `Not there: ${missing.map(([name]) => name).join(", ")}.`,
          headers: { "Retry-After": "2" },
        });
      return { ready: true, ...parts };
    },
    async metrics({ res }) {
      res
        .status(200)
        .set("Content-Type", metrics.contentType)
        .send(await metrics.text());
    },
    openApi,
    watchFloor: async () => toWire(await countFloor()),
    async live({ principal, req, res }) {
      if (req.method === "HEAD") {
        res.status(200).type("text/event-stream").end();
        return;
      }
      // Else the session would be written once more when the stream ends, hours later or while we shut down.
      Reflect.deleteProperty(req, "session");
      await hub.open({ principal, lastEventId: req.get("last-event-id"), res });
    },
  };
}
