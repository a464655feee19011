/** One screen's stream of Server-Sent Events. */
import type { Response } from "express";
import { HEARD_BY_ALL, HEARD_BY_ITS_AGENT, type LiveEventKind } from "../../contract/live.ts";
import type { StoredLiveEvent } from "../../ports/announcer.ts";
import type { Principal } from "./principal.ts";

/** What a reader may leave lying in our memory before it is dropped; it comes back and resumes. */
const MOST_UNREAD_BYTES = 512 * 1024;
/** How long the browser waits before it comes back. */
const RETRY_MS = 2_000;

export type LiveStream = {
  principal: Principal;
  /** When it ends by itself, so that the sign-in is looked at again; milliseconds. */
  endsAt: number;
  send(event: StoredLiveEvent): void;
  beat(): void;
  end(): void;
};

/** Does this principal hear of this? An agent hears of campaigns, of themselves and of their own attempts. */
export function hears(principal: Principal, event: StoredLiveEvent): boolean {
  if (principal.role !== "agent") return true;
  const kind = event.kind as LiveEventKind;
  if (HEARD_BY_ALL.includes(kind)) return true;
  const { agentId } = (event.data ?? {}) as { agentId?: unknown };
  return HEARD_BY_ITS_AGENT.includes(kind) && agentId === principal.id;
}

export function openLiveStream(res: Response, stream: { principal: Principal; endsAt: number; newestId: string }): LiveStream {
  res.status(200).set({ "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
  res.flushHeaders();
  res.socket?.setNoDelay(true);
  const write = (text: string): void => {
    if (res.destroyed || res.writableEnded) return;
    res.write(text);
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy();
  };
  // Its id is where a screen goes on that has heard of nothing yet.
  write(`retry: ${RETRY_MS}\nid: ${stream.newestId}\nevent: ready\ndata: {}\n\n`);
  return {
    principal: stream.principal,
    endsAt: stream.endsAt,
    send(event) {
      if (hears(stream.principal, event)) write(`id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event.data)}\n\n`);
    },
    beat: () => write(": still here\n\n"),
    end: () => {
      res.end();
    },
  };
}
