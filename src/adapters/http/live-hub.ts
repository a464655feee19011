/**
 * Live events for all screens of this process: one LISTEN connection (the wiring's) tells the hub, the hub tells the
 * screens from memory. A screen costs no query, unless it resumes from before what is remembered.
 */
import type { Response } from "express";
import type { StoredLiveEvent } from "../../ports/announcer.ts";
import type { Clock } from "../../ports/clock.ts";
import type { LiveEventStore } from "../../ports/live-event-store.ts";
import { makeLiveMemory } from "./live-memory.ts";
import { type LiveStream, openLiveStream } from "./live-stream.ts";
import type { Principal } from "./principal.ts";
import { HttpProblem } from "./problem.ts";

const HEARTBEAT_MS = 15_000;
/** A stream ends after this and the browser comes back: a sign-in that has ended, or a role that changed, is seen by then. */
const LONGEST_STREAM_MS = 10 * 60_000;
const MOST_LISTENERS = 2_000;
/** More than this missed: loading anew is cheaper than hearing it all. */
const MOST_REPLAYED = 1_000;
/** PostgreSQL's bigint has at most 19 digits. */
const EVENT_ID = /^\d{1,18}$/;

export type LiveHub = AsyncDisposable & {
  /** A notification came: `{id, kind, data}`, or `{id}` alone when the rest was too long for it. Never rejects. */
  notified(payload: string): Promise<void>;
  /** Notifications may have been missed (the LISTEN connection was lost): read what was stored. Never rejects. */
  missed(): Promise<void>;
  open(listener: { principal: Principal; lastEventId: string | undefined; res: Response }): Promise<void>;
  listenerCount(): number;
  /** Ids of the users who listen. */
  listening(): string[];
};

type Deps = { store: LiveEventStore; clock: Clock; onError: (error: unknown) => undefined };

export function makeLiveHub(deps: Deps): LiveHub {
  const streams = new Set<LiveStream>();
  const memory = makeLiveMemory();
  let firstId: Promise<string> | undefined;
  const newestId = async (): Promise<string> => memory.newestId() ?? (await (firstId ??= deps.store.latestId()));
  const tell = (event: StoredLiveEvent): void => {
    if (memory.add(event)) for (const stream of streams) stream.send(event);
  };
  const heartbeat = setInterval(() => beat(streams, deps.clock.now()), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    async notified(payload) {
      const event = await readNotification(deps.store, payload).catch(deps.onError);
      if (event) tell(event);
    },
    async missed() {
      const events = await newestId()
        .then((id) => deps.store.since(id, MOST_REPLAYED))
        .catch(deps.onError);
      for (const event of events ?? []) tell(event);
    },
    async open({ principal, lastEventId, res }) {
      if (streams.size >= MOST_LISTENERS) throw new HttpProblem("too-many-listeners", 503, { headers: { "Retry-After": "10" } });
      const from = lastEventId !== undefined && EVENT_ID.test(lastEventId) ? lastEventId : await newestId();
      const stream = openLiveStream(res, { principal, endsAt: endOf(principal, deps.clock.now()), newestId: from });
      streams.add(stream);
      res.once("close", () => streams.delete(stream));
      if (lastEventId !== undefined) await resume({ stream, lastEventId, res, memory, store: deps.store });
    },
    listenerCount: () => streams.size,
    listening: () => [...streams].filter(({ principal }) => principal.kind === "user").map(({ principal }) => principal.id),
    [Symbol.asyncDispose]: async () => {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}

const endOf = ({ expiresAt }: Principal, now: number): number => Math.min(now + LONGEST_STREAM_MS, expiresAt ?? Number.POSITIVE_INFINITY);

async function readNotification(store: LiveEventStore, payload: string): Promise<StoredLiveEvent | null> {
  const heard = JSON.parse(payload) as Partial<StoredLiveEvent> & { id: string };
  return heard.kind === undefined ? store.byId(heard.id) : (heard as StoredLiveEvent);
}

function beat(streams: ReadonlySet<LiveStream>, now: number): void {
  for (const stream of streams) {
    if (now >= stream.endsAt) stream.end();
    else stream.beat();
  }
}

type Resumption = {
  stream: LiveStream;
  lastEventId: string;
  res: Response;
  memory: ReturnType<typeof makeLiveMemory>;
  store: LiveEventStore;
};

/** New events go out meanwhile, so the screen may hear one twice and in another order; it drops the ids it has seen. */
async function resume({ stream, lastEventId, res, memory, store }: Resumption): Promise<void> {
  const remembered = memory.after(lastEventId);
  if (remembered) {
    for (const event of remembered) stream.send(event);
    return;
  }
  const known = EVENT_ID.test(lastEventId) && (lastEventId === "0" || (await store.byId(lastEventId)) !== null);
  const events = known ? await store.since(lastEventId, MOST_REPLAYED) : [];
  if (!known || events.length >= MOST_REPLAYED) res.write("event: reset\ndata: {}\n\n");
  else for (const event of events) stream.send(event);
}
