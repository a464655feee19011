/** Prometheus measures. The floor is counted at most once a second for all who look, screens and scrapers together. */
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { AGENT_STATES } from "../../../campaigns/agents/agent.ts";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { FloorCount } from "../../ports/floor-board.ts";

type Sources = {
  countFloor(): Promise<FloorCount>;
  countJobs(): Promise<Record<string, Record<string, number>>>;
  liveListeners(): number;
};

export type Metrics = {
  /** Measures each request under its route, never its address. */
  handler: RequestHandler;
  contentType: string;
  text(): Promise<string>;
};

export function makeMetrics(sources: Sources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addFloorGauges(registry, sources);
  const durations = new Histogram({
    name: "callkeeper_http_request_seconds",
    help: "Duration of HTTP requests by method, route and status",
    labelNames: ["method", "route", "status"],
    // A webhook should answer within 100 ms; an import may take minutes.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  });
  return {
    handler: (req, res, next) => {
      const end = durations.startTimer();
      res.once("finish", () => end({ method: req.method, route: String(res.locals.path ?? "(none)"), status: res.statusCode }));
      next();
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

type GaugeWish = { name: string; help: string; labelNames?: string[]; fill: (gauge: Gauge) => Promise<void> | void };

/** Filled whenever it is asked for. */
function addGauge(registry: Registry, { name, help, labelNames = [], fill }: GaugeWish): void {
  const gauge: Gauge = new Gauge({ name, help, labelNames, registers: [registry], collect: () => fill(gauge) });
}

function addFloorGauges(registry: Registry, { countFloor, countJobs, liveListeners }: Sources): void {
  const labelNames = ["state"];
  addGauge(registry, {
    name: "callkeeper_attempts_open",
    help: "Open attempts by state",
    labelNames,
    async fill(gauge) {
      const { calls } = await countFloor();
      for (const state of OPEN_STATES) gauge.set({ state }, calls[state] ?? 0);
    },
  });
  addGauge(registry, {
    name: "callkeeper_agents",
    help: "Agents by state",
    labelNames,
    async fill(gauge) {
      const { agents } = await countFloor();
      for (const state of AGENT_STATES) gauge.set({ state }, agents[state] ?? 0);
    },
  });
  addGauge(registry, {
    name: "callkeeper_carrier_events_waiting",
    help: "Carrier events stored and not yet applied",
    fill: async (gauge) => gauge.set((await countFloor()).waitingEvents),
  });
  addGauge(registry, {
    name: "callkeeper_jobs",
    help: "Jobs by name and state",
    labelNames: ["name", "state"],
    fill: (gauge) => fillJobs(gauge, countJobs),
  });
  addGauge(registry, {
    name: "callkeeper_live_listeners",
    help: "Screens that listen to live events of this process",
    fill: (gauge) => gauge.set(liveListeners()),
  });
}

async function fillJobs(gauge: Gauge, countJobs: Sources["countJobs"]): Promise<void> {
  gauge.reset();
  for (const [name, counts] of Object.entries(await countJobs()))
    for (const [state, count] of Object.entries(counts)) gauge.set({ name, state }, count);
}
