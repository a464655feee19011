import { RestError } from "../rest/rest-error.ts";
import { runDocument } from "../twiml/run.ts";
import { hook, type Source, urlSource } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import { type Call, isOver } from "./call.ts";
import { endCall } from "./end.ts";

const tooLate = (message: string) => new RestError(400, 21220, message);

/** Changes a live call as the Calls resource can: hang up, cancel, or send it to another document. */
export function updateCall(world: World, call: Call, form: URLSearchParams): void {
  const status = form.get("Status");
  const twiml = form.get("Twiml");
  const url = form.get("Url");
  if (status) return changeStatus(world, call, status);
  if (!twiml && !url) return changeHooks(world, call, form);
  if (call.status !== "in-progress") throw tooLate("Call is not in-progress. Cannot redirect.");
  const source: Source = url ? urlSource(url, form.get("Method")) : { kind: "inline", xml: twiml ?? "" };
  const fallback = hook(form.get("FallbackUrl"), form.get("FallbackMethod"));
  world.journal.note("call.redirected", call.sid);
  void runDocument(world, call, { source, ...(fallback && { fallback }) });
}

function changeStatus(world: World, call: Call, status: string): void {
  if (status !== "canceled" && status !== "completed")
    throw new RestError(400, 20001, `Status: found ${status}, expected canceled or completed`);
  if (isOver(call)) throw tooLate("Call is not in-progress. Cannot redirect.");
  if (call.status === "in-progress") {
    if (status === "canceled") throw tooLate("Call is in-progress. Cannot cancel.");
    return endCall(world, call, { status: "completed", sipCode: "200", by: "application" });
  }
  endCall(world, call, { status: "canceled", sipCode: "487", by: "application" });
}

function changeHooks(world: World, call: Call, form: URLSearchParams): void {
  if (isOver(call)) throw tooLate("Call is not in-progress.");
  const status = hook(form.get("StatusCallback"), form.get("StatusCallbackMethod"));
  if (status) call.statusHook = { ...status, events: call.statusHook?.events ?? new Set(["completed"]) };
  const limit = Number(form.get("TimeLimit") ?? 0);
  if (limit > 0) world.clock.after(limit * 1000, () => endCall(world, call, { status: "completed", sipCode: "200", by: "time limit" }));
}
