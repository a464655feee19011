import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LiveHub, makeLiveHub } from "../../../src/adapters/http/live-hub.ts";
import { type MovingClock, movingClock } from "../../support/clock.ts";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { aListener, type Listener } from "./listener.ts";

const database = useTestDatabase();
const principal = { kind: "user", id: "1", name: "Sue", role: "supervisor", actor: "user:1", expiresAt: null } as const;

let clock: MovingClock;
let hub: LiveHub;
let server: Server;
let errors: unknown[];
let expiresAt: number | null;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  clock = movingClock();
  errors = [];
  expiresAt = null;
  hub = makeLiveHub({ store: database.stores.liveEvents, clock, onError: (error) => void errors.push(error) });
  const app = express().get("/v1/live", (req, res) =>
    hub.open({ principal: { ...principal, expiresAt }, lastEventId: req.get("last-event-id"), res }),
  );
  server = createServer(app);
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
});
afterEach(async () => {
  vi.useRealTimers();
  await hub[Symbol.asyncDispose]();
  await new Promise((settle) => server.close(settle));
});
const open = (): Promise<Listener> => aListener(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

describe("a live stream", () => {
  it("gives a sign of life every 15 seconds, so that nobody between takes it for dead", async () => {
    await using screen = await open();
    await eventually(() => screen.text().includes("event: ready"));
    vi.advanceTimersByTime(15_000);
    await eventually(() => screen.text().split(": still here\n\n").length === 2);
    vi.advanceTimersByTime(15_000);
    await eventually(() => screen.text().split(": still here\n\n").length === 3);
  });

  it("ends after ten minutes, so that the sign-in is looked at again", async () => {
    await using screen = await open();
    clock.advance(10 * 60_000 - 1);
    vi.advanceTimersByTime(15_000);
    await eventually(() => screen.text().includes("still here"));
    expect(screen.isClosed()).toBe(false);
    clock.advance(1);
    vi.advanceTimersByTime(15_000);
    await eventually(() => screen.isClosed());
    expect(hub.listenerCount()).toBe(0);
  });

  it("ends with the session behind it", async () => {
    expiresAt = clock.now() + 60_000;
    await using screen = await open();
    clock.advance(60_000);
    vi.advanceTimersByTime(15_000);
    await eventually(() => screen.isClosed());
  });

  it("is closed in order when the process shuts down", async () => {
    await using screen = await open();
    await hub[Symbol.asyncDispose]();
    await eventually(() => screen.isClosed());
    expect(screen.text()).toMatch(/\n\n$/);
  });

  it("is forgotten when the screen goes away", async () => {
    const screen = await open();
    expect(hub.listenerCount()).toBe(1);
    await screen[Symbol.asyncDispose]();
    await eventually(() => hub.listenerCount() === 0);
  });
});

describe("after the LISTEN connection was lost", () => {
  it("screens hear what was announced meanwhile, each thing once", async () => {
    await using screen = await open();
    await database.stores.announcer.announce({ kind: "agent.changed", data: { agentId: "a" } });
    await database.stores.announcer.announce({ kind: "agent.changed", data: { agentId: "b" } });
    await hub.missed();
    await hub.missed();
    await screen.until(2);
    await database.stores.announcer.announce({ kind: "agent.changed", data: { agentId: "c" } });
    await hub.missed();
    await screen.until(3);
    expect(screen.heard.slice(1).map(({ data }) => data.agentId)).toEqual(["a", "b", "c"]);
  });

  it("a notification that nobody can read is told and harms nobody", async () => {
    await using screen = await open();
    await hub.notified("not json");
    expect(errors).toHaveLength(1);
    await hub.notified(JSON.stringify({ id: "1", kind: "agent.changed", data: {} }));
    await screen.until(1);
  });
});
