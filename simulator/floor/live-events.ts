/** Hears that something changed (GET /v1/live, Server-Sent Events) and reconnects for as long as the agent works. */
import { setTimeout as pause } from "node:timers/promises";
import type { ApiClient } from "./api-client.ts";

/** One event of a stream; the blank line that ends it is not part of `block`. */
export function readEvent(block: string): { id: string | null; event: string; data: string } {
  const fields = { id: null as string | null, event: "message", data: [] as string[] };
  for (const line of block.split("\n")) {
    const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === "id") fields.id = value;
    if (name === "event") fields.event = value;
    if (name === "data") fields.data.push(value);
  }
  return { id: fields.id, event: fields.event, data: fields.data.join("\n") };
}

const RECONNECT_MS = 1_000;

async function readStream(stream: ReadableStream<Uint8Array>, onBlock: (block: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    rest += decoder.decode(chunk, { stream: true }).replaceAll("\r\n", "\n");
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) onBlock(block);
  }
}

/** Calls `onChange` for every event, and once after each reconnect. Returns when `signal` is aborted; never throws. */
export async function listen(api: ApiClient, options: { signal: AbortSignal; onChange: () => void }): Promise<void> {
  const { signal, onChange } = options;
  let lastEventId: string | null = null;
  while (!signal.aborted) {
    try {
      const stream = await api.open("/v1/live", { lastEventId, signal });
      onChange();
      await readStream(stream, (block) => {
        const event = readEvent(block);
        if (event.id !== null) lastEventId = event.id;
        if (event.data !== "") onChange();
      });
    } catch {
      // The server is away or the session has ended: the agent's own requests deal with that.
    }
    await pause(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
  }
}
