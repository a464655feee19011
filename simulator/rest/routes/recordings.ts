import { finishRecording, recordingsOf } from "../../recordings/finish.ts";
import type { Recording } from "../../recordings/recording.ts";
import { startRecording } from "../../recordings/start.ts";
import { makeWav } from "../../recordings/wav.ts";
import { recordingHookOf } from "../call-order.ts";
import { dateFilter } from "../date-filter.ts";
import type { Exchange, Reply, Route } from "../exchange.ts";
import { page } from "../paging.ts";
import { callRecordingResource, recordingResource } from "../resources/recording.ts";
import { notFound, RestError } from "../rest-error.ts";
import { findCall } from "./calls.ts";

function find({ world, path }: Exchange, sid: string | undefined): Recording {
  const recording = world.recordings.get(sid ?? "");
  if (!recording) throw notFound(path);
  return recording;
}

function start(exchange: Exchange): Reply {
  const { world, form } = exchange;
  const call = findCall(exchange);
  if (call.status !== "in-progress") throw new RestError(400, 21220, "Requested resource is not eligible for recording");
  const target = recordingHookOf(form);
  const channels = form.get("RecordingChannels") === "dual" ? 2 : 1;
  const order = {
    source: "StartCallRecordingAPI" as const,
    channels,
    track: form.get("RecordingTrack") ?? "both",
    ...(target && { hook: target }),
  };
  return { status: 201, body: callRecordingResource(world, startRecording(world, order, { call })) };
}

function change(exchange: Exchange): Reply {
  const { world, form, parts } = exchange;
  const call = findCall(exchange);
  const current = recordingsOf(world, call.sid).findLast((one) => one.status === "in-progress" || one.status === "paused");
  const recording = parts[1] === "Twilio.CURRENT" ? current : find(exchange, parts[1]);
  if (!recording) throw notFound(exchange.path);
  const status = form.get("Status");
  if (status !== "in-progress" && status !== "paused" && status !== "stopped") {
    throw new RestError(400, 20001, `Status: found ${status}, expected in-progress, paused or stopped`);
  }
  if (status === "stopped") finishRecording(world, recording.sid);
  else recording.status = status;
  return { status: 200, body: callRecordingResource(world, recording) };
}

function list(exchange: Exchange): Reply {
  const { world, query } = exchange;
  const created = dateFilter(query, "DateCreated");
  const of = (name: string, value: string | null) => !query.get(name) || query.get(name) === value;
  const fits = (one: Recording) => of("CallSid", one.callSid) && of("ConferenceSid", one.conferenceSid) && created(one.startedAt);
  return page(exchange, "recordings", {
    items: [...world.recordings.values()].filter(fits).reverse(),
    show: (one) => recordingResource(world, one),
  });
}

function listOfCall(exchange: Exchange): Reply {
  const { world } = exchange;
  return page(exchange, "recordings", {
    items: recordingsOf(world, findCall(exchange).sid).reverse(),
    show: (one) => callRecordingResource(world, one),
  });
}

function media(exchange: Exchange): Reply {
  const recording = find(exchange, exchange.parts[0]);
  if (recording.status !== "completed" || recording.missing > 0) {
    recording.missing = Math.max(0, recording.missing - 1);
    throw notFound(exchange.path);
  }
  return { status: 200, media: { type: "audio/x-wav", bytes: makeWav(recording.durationSeconds ?? 0, recording.order.channels) } };
}

function remove(exchange: Exchange): Reply {
  exchange.world.recordings.delete(find(exchange, exchange.parts[0]).sid);
  return { status: 204 };
}

export const recordingRoutes: Route[] = [
  { method: "POST", pattern: /^\/Calls\/(CA\w+)\/Recordings$/, handle: start },
  { method: "GET", pattern: /^\/Calls\/(CA\w+)\/Recordings$/, handle: listOfCall },
  { method: "POST", pattern: /^\/Calls\/(CA\w+)\/Recordings\/(RE\w+|Twilio\.CURRENT)$/, handle: change },
  { method: "GET", pattern: /^\/Recordings$/, handle: list },
  { method: "GET", pattern: /^\/Recordings\/(RE\w+)\.(?:wav|mp3)$/, handle: media },
  {
    method: "GET",
    pattern: /^\/Recordings\/(RE\w+)$/,
    handle: (exchange) => ({ status: 200, body: recordingResource(exchange.world, find(exchange, exchange.parts[0])) }),
  },
  { method: "DELETE", pattern: /^\/Recordings\/(RE\w+)$/, handle: remove },
];
