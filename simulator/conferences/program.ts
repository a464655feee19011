import type { Call } from "../calls/call.ts";
import { endCall } from "../calls/end.ts";
import { Interrupted } from "../clock/clock.ts";
import type { World } from "../world.ts";
import { joinRoom } from "./join.ts";
import type { RoomOrder } from "./room-order.ts";

/** A call made by the Participants API: it has no document, only the room. It ends when it leaves the room. */
export async function joinAsProgram(world: World, call: Call, room: RoomOrder): Promise<void> {
  const flow = new AbortController();
  call.flow = flow;
  const { signal } = call.life;
  signal.addEventListener("abort", () => flow.abort(), { once: true });
  try {
    await joinRoom(world, call, { order: room, signal: flow.signal });
    endCall(world, call, { status: "completed", sipCode: "200", by: "application" });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
}
