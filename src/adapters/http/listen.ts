/** Opens the app to the network and closes it in order. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { HttpApp } from "./app.ts";

/** A file of a million rows over a slow line takes this long; slow headers are cut off by Node after a minute. */
const LONGEST_REQUEST_MS = 60 * 60_000;
/** Above the 60 s after which common proxies close an idle connection, so that the proxy is the one to close it. */
const KEEP_ALIVE_MS = 65_000;
/** Requests in hand may end in this time when we shut down. */
const DRAIN_MS = 5_000;

export type Listening = AsyncDisposable & { url: string };

/** Resolves when it listens; rejects when the address is taken. Disposing ends live streams, waits for requests in hand, then closes. */
export async function listenHttp({ app, host, port }: { app: HttpApp; host: string; port: number }): Promise<Listening> {
  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS }, app.handler);
  await new Promise<void>((settle, fail) => {
    server.once("error", fail);
    server.listen({ host, port }, () => {
      server.off("error", fail);
      settle();
    });
  });
  const { address, port: bound, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${bound}`,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((settle) => server.close(() => settle()));
      await app[Symbol.asyncDispose]();
      const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(cutOff);
    },
  };
}
