import { MOST_PARTICIPANTS, type RoomOrder } from "../conferences/room-order.ts";
import { hook } from "../webhooks/hook.ts";
import { isTrueParam, wholeParam } from "./params.ts";

/** Events of a room, repeated or with spaces between: this resource takes both. */
function events(form: URLSearchParams): ReadonlySet<string> {
  const names = form
    .getAll("ConferenceStatusCallbackEvent")
    .flatMap((value) => value.split(/\s+/))
    .filter(Boolean);
  return new Set(names.length > 0 ? names : ["start", "end", "join", "leave", "mute", "hold", "modify"]);
}

export function roomOrder(form: URLSearchParams, name: string): RoomOrder {
  const status = hook(form.get("ConferenceStatusCallback"), form.get("ConferenceStatusCallbackMethod"));
  const wait = hook(form.get("WaitUrl"), form.get("WaitMethod"));
  const recording = hook(form.get("ConferenceRecordingStatusCallback"), form.get("ConferenceRecordingStatusCallbackMethod"));
  const coach = form.get("CallSidToCoach");
  return {
    name,
    label: form.get("Label"),
    muted: isTrueParam(form, "Muted") ?? false,
    startOnEnter: isTrueParam(form, "StartConferenceOnEnter") ?? true,
    endOnExit: isTrueParam(form, "EndConferenceOnExit") ?? false,
    coach,
    coaching: isTrueParam(form, "Coaching") ?? coach !== null,
    maxParticipants: wholeParam(form, "MaxParticipants", MOST_PARTICIPANTS),
    record: /^(true|record-from-start)$/.test(form.get("ConferenceRecord") ?? ""),
    ...(wait && { wait }),
    ...(status && {
      events: {
        ...status,
        names: events(form),
      },
    }),
    ...(recording && {
      recording: {
        ...recording,
        events: new Set(["completed"]),
      },
    }),
  };
}
