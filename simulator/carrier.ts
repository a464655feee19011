import http from "node:http";
import type { AddressInfo } from "node:net";
import { makeControl, type Control } from "./control/control.ts";
import { serveControl } from "./control/serve-control.ts";
import { makeWorld, resetWorld } from "./make-world.ts";
import type { CarrierOptions, Settings } from "./options.ts";
import { serveRest } from "./rest/server.ts";
import type { World } from "./world.ts";

export type SimulatedCarrier = {
  /** Listens on loopback; port 0 or none: any free one. Answers the address. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
  /** Empty before it listens. */
  readonly url: string;
  /** What it was started with: credentials and all. */
  readonly settings: Readonly<Settings>;
  control: Control;
  [Symbol.asyncDispose](): Promise<void>;
};

const LARGEST_REQUEST = 1024 * 1024;

/** A carrier that speaks Twilio's HTTP API, and the public that answers its calls. It lives until closed. */
export function makeCarrier(options: CarrierOptions = {}): SimulatedCarrier {
  const world = makeWorld(options);
  const control = makeControl(world);
  const server = http.createServer((request, response) => void serve({ world, control, request, response }));
  server.keepAliveTimeout = 30_000;
  async function close(): Promise<void> {
    resetWorld(world);
    world.clock.close();
    world.sender.close();
    if (!server.listening) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
  return {
    async listen(port = 0) {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
      });
      world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return world.url;
    },
    close,
    get url() {
      return world.url;
    },
    settings: world.settings,
    control,
    [Symbol.asyncDispose]: close,
  };
}

type Service = { world: World; control: Control; request: http.IncomingMessage; response: http.ServerResponse };

async function serve({ world, control, request, response }: Service): Promise<void> {
  response.on("error", () => {});
  const body = await read(request).catch(() => undefined);
  if (body === undefined) return void response.destroy();
  if (/^\/sim(\/|\?|$)/.test(request.url ?? "")) return serveControl(world, { control, request, response, body });
  return serveRest(world, { request, response, body });
}

async function read(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_REQUEST) throw new Error(`request body: found over ${LARGEST_REQUEST} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
