import { createServer } from "node:net";
import { DEFAULT_PORT, envToPlace } from "../../config/config.ts";
import type { Env } from "../../config/env.ts";
import { CliFailure } from "../failure.ts";

/** The port when it is free, undefined when something else listens there. 0 finds any free port. */
export function freePort(host: string, wished: number): Promise<number | undefined> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once("error", () => settle(undefined));
    probe.listen({ host, port: wished, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

/** A free port: the preferred one if possible. With `insist` another will not do. Throws when there is none. */
export async function pickPort(want: { host: string; preferred: number; insist: boolean }): Promise<number> {
  const port = (await freePort(want.host, want.preferred)) ?? (want.insist ? undefined : await freePort(want.host, 0));
  if (port !== undefined) return port;
  const found = want.insist ? `port ${want.preferred} taken on ${want.host}` : `no free port on ${want.host}`;
  throw new CliFailure({
    code: "port-taken",
    message: `PORT: found ${found}; expected a free one. Stop what listens there, or name another port.`,
  });
}

export type Ports = {
  api: number;
  /** The API as this machine reaches it, without a closing slash. */
  apiUrl: string;
  /** 0 when a real carrier is set. */
  carrier: number;
  carrierUrl: string | null;
};

const LOOPBACK = "127.0.0.1";
const CARRIER_PORT = 4_010;

/** Free ports for what `up` starts. A port that was asked for by name is not replaced by another. */
export async function pickPorts(env: Env, want: { port: number | undefined; carrier: boolean }): Promise<Ports> {
  const place = envToPlace(env);
  const asked = want.port ?? place.port;
  const api = await pickPort({ host: place.host, preferred: asked ?? DEFAULT_PORT, insist: asked !== undefined });
  const apiUrl = `http://${LOOPBACK}:${api}`;
  if (!want.carrier) return { api, apiUrl, carrier: 0, carrierUrl: null };
  const carrier = await pickPort({ host: LOOPBACK, preferred: CARRIER_PORT, insist: false });
  return { api, apiUrl, carrier, carrierUrl: `http://${LOOPBACK}:${carrier}` };
}
