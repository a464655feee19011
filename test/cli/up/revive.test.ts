import { afterEach, describe, expect, it } from "vitest";
import { keepRunning } from "../../../src/cli/up/revive.ts";
import { eventually } from "../../support/eventually.ts";

type Server = { runs: boolean; starts: number; url: string };
let watch: AsyncDisposable | undefined;
afterEach(() => watch?.[Symbol.asyncDispose]());

function watched(server: Server): string[] {
  const said: string[] = [];
  watch = keepRunning(
    {
      url: "postgres://same",
      isRunning: () => server.runs,
      async start() {
        server.starts++;
        server.runs = true;
        return server.url;
      },
      say: (line) => void said.push(line),
    },
    5,
  );
  return said;
}

describe("the private PostgreSQL", () => {
  it("is started again when it has ended by itself, and left alone while it runs", async () => {
    const server: Server = { runs: true, starts: 0, url: "postgres://same" };
    const said = watched(server);
    server.runs = false;
    await eventually(() => expect(said).toEqual(["PostgreSQL ended and was started again"]));
    expect(server).toMatchObject({ runs: true, starts: 1 });
  });

  it("says so when it is back where nobody looks for it", async () => {
    const said = watched({ runs: false, starts: 0, url: "postgres://elsewhere" });
    await eventually(() => expect(said).toEqual([expect.stringContaining("Stop, and start again")]));
  });

  it("stays down once the watch is over", async () => {
    const server: Server = { runs: true, starts: 0, url: "postgres://same" };
    watched(server);
    await watch?.[Symbol.asyncDispose]();
    server.runs = false;
    await new Promise((settle) => setTimeout(settle, 30));
    expect(server.starts).toBe(0);
  });
});
