/** Starts the parts one after the other, each when the one before answers, and stops them in reverse. */
import type { Env } from "../../config/env.ts";
import type { Cellar } from "./cellar.ts";
import { type Child, startChild } from "./child.ts";
import { carrierEnv, logFileOf, type PartName, partSpec, withoutSettings } from "./parts.ts";
import type { Ports } from "./ports.ts";
import { waitUntilReady } from "./ready.ts";
import { keepSecrets } from "./secrets.ts";

type Order = {
  options: { speed: number; seed: number };
  parts: { carrier: boolean; dataDir: string };
  settings: Readonly<Record<string, string>>;
  ports: Ports;
  agents: readonly { email: string; password: string }[];
  cellar: Cellar;
  signal: AbortSignal;
  onHurry(kill: () => void): void;
};
export type Running = {
  /** Parts that are down at the moment, or have been down, in words. */
  troubles(): string[];
};

/** How long each part may take to stop, so that all of them together keep within ten seconds. */
const GRACE_MS: Readonly<Record<PartName, number>> = { floor: 1_500, workers: 3_500, server: 2_500, carrier: 1_000 };
const READY_WITHIN_MS = 60_000;

export async function startParts(order: Order): Promise<Running> {
  const { ports, parts, settings, options } = order;
  const children: Child[] = [];
  // The carrier and the agents are strangers: they get none of our settings.
  const strangerEnv = withoutSettings(settings);
  const start = (name: PartName, rest: { env?: Env; message?: unknown } = {}): Child => {
    order.signal.throwIfAborted();
    const child = startChild(partSpec({ name, dataDir: parts.dataDir, env: settings, ...rest }), () => undefined);
    children.push(child);
    order.cellar.keep({ name, close: () => child.stop(GRACE_MS[name]) });
    return child;
  };
  const ready = (name: PartName, child: Child, url: string): Promise<void> =>
    waitUntilReady({ child, logFile: logFileOf(parts.dataDir, name), url, withinMs: READY_WITHIN_MS, signal: order.signal });
  order.onHurry(() => children.forEach((child) => child.killNow()));

  if (ports.carrierUrl !== null) {
    const { apiUrl, carrier: port } = ports;
    const env = {
      ...strangerEnv,
      ...carrierEnv({ port, secrets: keepSecrets(parts.dataDir), apiUrl, speed: options.speed, seed: options.seed }),
    };
    await ready("carrier", start("carrier", { env }), `${ports.carrierUrl}/sim/calls`);
  }
  const server = start("server");
  start("workers");
  await ready("server", server, `${ports.apiUrl}/readyz`);
  if (ports.carrierUrl !== null) {
    const { agents } = order;
    const message = { apiUrl: ports.apiUrl, carrierUrl: ports.carrierUrl, agents, seed: options.seed, speed: options.speed };
    start("floor", { env: strangerEnv, message });
  }
  return { troubles: () => children.filter((child) => child.state() === "restarting").map((child) => troubleOf(child)) };
}

const troubleOf = (child: Child): string => `the ${child.name} ended and is started again (${child.restarts() + 1}. time)`;
