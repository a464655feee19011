import type { Conference } from "../../conferences/conference.ts";
import { endRoom } from "../../conferences/leave.ts";
import { playSound } from "../../twiml/sound.ts";
import { hook } from "../../webhooks/hook.ts";
import { dateFilter } from "../date-filter.ts";
import type { Exchange, Reply, Route } from "../exchange.ts";
import { page } from "../paging.ts";
import { conferenceResource } from "../resources/conference.ts";
import { notFound, RestError } from "../rest-error.ts";

export function findConference({ world, parts, path }: Exchange): Conference {
  const conference = world.conferences.get(parts[0] ?? "");
  if (!conference) throw notFound(path);
  return conference;
}

function list(exchange: Exchange): Reply {
  const { world, query } = exchange;
  const created = dateFilter(query, "DateCreated");
  const updated = dateFilter(query, "DateUpdated");
  const equals = (name: string, value: string) => !query.get(name) || query.get(name) === value;
  const fits = (one: Conference) =>
    equals("FriendlyName", one.name) && equals("Status", one.status) && created(one.createdAt) && updated(one.updatedAt);
  const found = [...world.conferences.values()].filter(fits).reverse();
  return page(exchange, "conferences", { items: found, show: (one) => conferenceResource(world, one) });
}

function fetch(exchange: Exchange): Reply {
  return { status: 200, body: conferenceResource(exchange.world, findConference(exchange)) };
}

function update(exchange: Exchange): Reply {
  const { world, form } = exchange;
  const conference = findConference(exchange);
  const status = form.get("Status");
  if (status && status !== "completed") throw new RestError(400, 20001, `Status: found ${status}, expected completed`);
  const announcement = hook(form.get("AnnounceUrl"), form.get("AnnounceMethod"));
  const someone = world.calls.get([...conference.participants.keys()][0] ?? "");
  if (announcement && someone) {
    void playSound(world, someone, { sound: announcement, conferenceSid: conference.sid, signal: someone.life.signal, repeat: false });
  }
  if (status) endRoom(world, conference, { reason: "conference-ended-via-api" });
  return { status: 200, body: conferenceResource(world, conference) };
}

export const conferenceRoutes: Route[] = [
  { method: "GET", pattern: /^\/Conferences$/, handle: list },
  { method: "GET", pattern: /^\/Conferences\/(CF\w+)$/, handle: fetch },
  { method: "POST", pattern: /^\/Conferences\/(CF\w+)$/, handle: update },
];
