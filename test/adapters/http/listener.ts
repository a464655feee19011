/** A screen: reads Server-Sent Events from the API. */
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import { eventually } from "../../support/eventually.ts";

// A test reads what came, whatever its shape.
// oxlint-disable-next-line typescript/no-explicit-any
export type Heard = { id: string | undefined; event: string; data: any };
export type Listener = AsyncDisposable & {
  status: number;
  heard: Heard[];
  /** Ids of what was heard, `ready` left out. */
  ids(): (string | undefined)[];
  text(): string;
  isClosed(): boolean;
  until(count: number): Promise<void>;
  /** Stop taking bytes from the connection. */
  stopReading(): void;
};

export async function aListener(
  url: string,
  options: { cookie?: string | undefined; key?: string; lastEventId?: string } = {},
): Promise<Listener> {
  const headers = {
    ...(options.cookie && { cookie: options.cookie }),
    ...(options.key && { authorization: `Bearer ${options.key}` }),
    ...(options.lastEventId && { "last-event-id": options.lastEventId }),
  };
  let request: ClientRequest | undefined;
  const response = await new Promise<IncomingMessage>((settle, fail) => {
    request = get(`${url}/v1/live`, { headers, agent: false }, settle).on("error", fail);
  });
  let text = "";
  let isClosed = false;
  response.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  response.on("close", () => {
    isClosed = true;
  });
  response.on("error", () => undefined);
  const heard = (): Heard[] => text.split("\n\n").slice(0, -1).flatMap(parse);
  const events = (): Heard[] => heard().filter(({ event }) => event !== "ready");
  return {
    status: response.statusCode ?? 0,
    get heard() {
      return heard();
    },
    ids: () => events().map(({ id }) => id),
    text: () => text,
    isClosed: () => isClosed,
    until: async (count) => {
      await eventually(() => events().length >= count);
    },
    stopReading: () => {
      response.removeAllListeners("data");
      response.pause();
    },
    [Symbol.asyncDispose]: async () => {
      request?.destroy();
    },
  };
}

function parse(block: string): Heard[] {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const event = field("event");
  return event === undefined ? [] : [{ id: field("id"), event, data: JSON.parse(field("data") ?? "null") }];
}
