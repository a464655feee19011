import type { Call } from "../calls/call.ts";
import { Interrupted } from "../clock/clock.ts";
import type { Hook } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import { pauseMs, playMs, sayMs } from "./durations.ts";
import type { Element } from "./element.ts";
import { fetchDocument } from "./fetch.ts";

export type SoundOrder = { sound: Hook; conferenceSid: string; signal: AbortSignal; repeat: boolean };

const DURATION: Record<string, (element: Element) => number> = { Say: sayMs, Play: playMs, Pause: pauseMs };

/** Plays what a waitUrl, holdUrl or announceUrl says; such documents may only Say, Play, Pause and Redirect (13238). */
export async function playSound(world: World, call: Call, order: SoundOrder): Promise<void> {
  try {
    do {
      const playedMs = await playOnce(world, call, order);
      // A sound without length, or none at all, is not asked for again: that would never end.
      if (playedMs === 0) return;
    } while (order.repeat && !order.signal.aborted);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
}

async function playOnce(world: World, call: Call, { sound, conferenceSid, signal }: SoundOrder): Promise<number> {
  const document = await fetchDocument(world, call, {
    source: { kind: "url", ...sound, params: { ConferenceSid: conferenceSid } },
    signal,
  });
  if ("code" in document) {
    world.alerts.raise(document.code, document.message, { callSid: call.sid, url: document.url });
    return 0;
  }
  let playedMs = 0;
  for (const element of document.verbs) {
    const duration = DURATION[element.name];
    if (!duration && element.name !== "Redirect") {
      world.alerts.raise(13238, `sound: found ${element.name}, expected Say, Play, Pause or Redirect`, {
        callSid: call.sid,
        url: sound.url,
      });
      return 0;
    }
    const ms = duration?.(element) ?? 0;
    await world.clock.sleep(ms, signal);
    playedMs += ms;
  }
  return playedMs;
}
