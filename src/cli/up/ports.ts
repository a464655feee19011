import { createServer } from "node:net";
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
