/** One connection that only listens. Reconnects by itself and says when something may have been missed. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type ListenOptions = {
  url: string;
  channel: string;
  applicationName: string;
  onNotification: (payload: string) => void;
  /** Listening again after a lost connection: notifications in between are gone, so read what was stored. */
  onGap: () => void;
  onError?: (error: unknown) => void;
};

const RECONNECT_MS = [100, 250, 500, 1_000, 2_000, 5_000];
/** A connection that a firewall dropped says nothing; asked this often, it has this long to answer. */
const PROBE_EVERY_MS = 20_000;
const PROBE_WITHIN_MS = 5_000;

/** Resolves when it listens for the first time; rejects when the server cannot be reached then. */
export async function listen(options: ListenOptions): Promise<AsyncDisposable> {
  const stopping = new AbortController();
  let client = await openListening(options);
  const whole = (async () => {
    for (;;) {
      await untilLost(client, stopping.signal);
      await client.end().catch(() => undefined);
      const next = await reconnect(options, stopping.signal);
      if (!next) return;
      client = next;
      options.onGap();
    }
  })();
  return {
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await whole;
    },
  };
}

async function openListening(options: ListenOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: options.applicationName,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: PROBE_WITHIN_MS,
  });
  client.on("error", (error) => options.onError?.(error));
  try {
    await client.connect();
    client.on("notification", ({ payload }) => options.onNotification(payload ?? ""));
    await client.query(`listen ${client.escapeIdentifier(options.channel)}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

function untilLost(client: pg.Client, signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    const done = () => {
      clearInterval(probe);
      settle();
    };
    const probe = setInterval(() => client.query("select 1", (error) => error && done()), PROBE_EVERY_MS);
    client.once("end", done);
    client.once("error", done);
    if (signal.aborted) done();
    else signal.addEventListener("abort", done, { once: true });
  });
}

async function reconnect(options: ListenOptions, signal: AbortSignal): Promise<pg.Client | null> {
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const client = await openListening(options);
      if (!signal.aborted) return client;
      await client.end();
    } catch (error) {
      options.onError?.(error);
      await pause(RECONNECT_MS[Math.min(tries, RECONNECT_MS.length - 1)], undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
