import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { PRESETS, type PresetName } from "../presets/presets.ts";
import { changeApplication } from "../rest/routes/account.ts";
import { makeApplication } from "../rest/resources/application.ts";
import type { World } from "../world.ts";
import { accountChangeSchema } from "./change-account.ts";
import type { Control } from "./control.ts";

type Call = { world: World; control: Control; parts: string[]; query: URLSearchParams; body: unknown };
type ControlRoute = { method: string; pattern: RegExp; handle(call: Call): unknown };

const endpointSchema = z.strictObject({
  registered: z.boolean().optional(),
  busy: z.boolean().optional(),
  autoAnswer: z.boolean().optional(),
  answerDelayMs: z.number().nonnegative().optional(),
  dtmf: z.string().optional(),
});
const connectSchema = z.strictObject({ token: z.string(), params: z.record(z.string(), z.string()).optional() });
const clockSchema = z.union([z.strictObject({ advanceMs: z.number().nonnegative() }), z.strictObject({ speed: z.number().positive() })]);
const presetSchema = z.strictObject({ preset: z.enum(Object.keys(PRESETS) as [PresetName, ...PresetName[]]) });
const applicationSchema = z.strictObject({ sid: z.string().optional(), voiceUrl: z.string(), statusCallback: z.string().optional() });

const ok = { ok: true };

function addFaults({ control, body }: Call): unknown {
  const preset = presetSchema.safeParse(body);
  if (preset.success) control.preset(preset.data.preset);
  else control.fault(body as Parameters<Control["fault"]>[0]);
  return control.faults();
}

function setApplication({ world, body }: Call): unknown {
  const { sid = world.settings.twimlAppSid, voiceUrl, statusCallback } = applicationSchema.parse(body);
  const application = world.applications.get(sid) ?? makeApplication(world, sid);
  const given = new URLSearchParams({ VoiceUrl: voiceUrl, ...(statusCallback !== undefined && { StatusCallback: statusCallback }) });
  changeApplication(application, given, world.clock.now());
  return application;
}

async function moveClock({ world, control, body }: Call): Promise<unknown> {
  const change = clockSchema.parse(body);
  if ("advanceMs" in change) await control.advance(change.advanceMs);
  else control.speed(change.speed);
  return { now: world.clock.now(), speed: world.clock.speed() };
}

function webhooks({ control, query }: Call): unknown {
  const since = Number(query.get("since") ?? 0);
  const is = (name: "callSid" | "source" | "event", value: string | null) => query.get(name) === null || query.get(name) === value;
  return control
    .webhooks()
    .filter((one) => one.id > since && is("callSid", one.callSid) && is("source", one.source) && is("event", one.event));
}

const digits = (body: unknown) => z.strictObject({ digits: z.string() }).parse(body).digits;
const seed = (body: unknown) => z.strictObject({ seed: z.number().int().optional() }).parse(body ?? {}).seed;

const ROUTES: ControlRoute[] = [
  {
    method: "GET",
    pattern: /^$/,
    handle: ({ world }) => ({ seed: world.random.seed, speed: world.clock.speed(), now: world.clock.now(), preset: world.settings.preset }),
  },
  { method: "GET", pattern: /^\/ledger$/, handle: ({ control }) => control.ledger() },
  { method: "GET", pattern: /^\/webhooks$/, handle: webhooks },
  { method: "GET", pattern: /^\/alerts$/, handle: ({ control }) => control.alerts() },
  { method: "GET", pattern: /^\/events$/, handle: ({ control, query }) => control.events(Number(query.get("since") ?? 0)) },
  { method: "GET", pattern: /^\/calls$/, handle: ({ control }) => control.calls() },
  { method: "POST", pattern: /^\/calls\/([^/]+)\/hangup$/, handle: ({ control, parts }) => ({ calls: control.hangup(parts[0] ?? "") }) },
  {
    method: "POST",
    pattern: /^\/calls\/([^/]+)\/dtmf$/,
    handle: ({ control, parts, body }) => ({ calls: control.press(parts[0] ?? "", digits(body)) }),
  },
  { method: "GET", pattern: /^\/conferences$/, handle: ({ control }) => control.conferences() },
  { method: "GET", pattern: /^\/parties$/, handle: ({ control }) => control.parties() },
  { method: "PUT", pattern: /^\/parties\/([^/]+)$/, handle: ({ control, parts, body }) => (control.party(parts[0] ?? "", body), ok) },
  { method: "POST", pattern: /^\/parties\/([^/]+)$/, handle: ({ control, parts, body }) => (control.party(parts[0] ?? "", body), ok) },
  { method: "DELETE", pattern: /^\/parties\/([^/]+)$/, handle: ({ control, parts }) => ({ ok: control.forgetParty(parts[0] ?? "") }) },
  { method: "GET", pattern: /^\/faults$/, handle: ({ control }) => control.faults() },
  { method: "POST", pattern: /^\/faults$/, handle: addFaults },
  { method: "DELETE", pattern: /^\/faults$/, handle: ({ control }) => (control.clearFaults(), ok) },
  { method: "GET", pattern: /^\/endpoints$/, handle: ({ control }) => control.endpoints() },
  {
    method: "POST",
    pattern: /^\/endpoints\/([^/]+)\/connect$/,
    handle: ({ control, parts, body }) => control.connect({ id: parts[0] ?? "", ...connectSchema.parse(body) }),
  },
  {
    method: "POST",
    pattern: /^\/endpoints\/([^/]+)\/answer$/,
    handle: ({ control, parts }) => ({ calls: control.answer(parts[0] ?? "") }),
  },
  {
    method: "POST",
    pattern: /^\/endpoints\/([^/]+)\/hangup$/,
    handle: ({ control, parts }) => ({ calls: control.hangup(parts[0] ?? "") }),
  },
  { method: "POST", pattern: /^\/endpoints\/([^/]+)\/drop$/, handle: ({ control, parts }) => ({ calls: control.drop(parts[0] ?? "") }) },
  {
    method: "POST",
    pattern: /^\/endpoints\/([^/]+)\/dtmf$/,
    handle: ({ control, parts, body }) => ({ calls: control.press(parts[0] ?? "", digits(body)) }),
  },
  {
    method: "POST",
    pattern: /^\/endpoints\/([^/]+)$/,
    handle: ({ control, parts, body }) => control.endpoint(parts[0] ?? "", endpointSchema.parse(body ?? {})),
  },
  { method: "POST", pattern: /^\/applications$/, handle: setApplication },
  {
    method: "POST",
    pattern: /^\/numbers$/,
    handle: ({ control, body }) => (control.number(z.strictObject({ e164: z.string() }).parse(body).e164), ok),
  },
  { method: "POST", pattern: /^\/account$/, handle: ({ control, body }) => (control.account(accountChangeSchema.parse(body)), ok) },
  { method: "POST", pattern: /^\/clock$/, handle: moveClock },
  { method: "POST", pattern: /^\/reset$/, handle: ({ control, body }) => (control.reset(seed(body)), ok) },
];

export type ControlCall = { control: Control; request: IncomingMessage; response: ServerResponse; body: string };

/** The control API under `/sim`: JSON in and out, for tests, demos and live views. Loopback only, no credentials. */
export async function serveControl(world: World, { control, request, response, body }: ControlCall): Promise<void> {
  const reply = (status: number, value: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  try {
    const url = new URL(request.url ?? "/", "http://carrier");
    const path = url.pathname.replace(/^\/sim/, "").replace(/\/$/, "");
    for (const route of ROUTES) {
      const found = route.method === request.method ? route.pattern.exec(path) : null;
      if (!found) continue;
      const parts = found.slice(1).map(decodeURIComponent);
      return void reply(
        200,
        await route.handle({ world, control, parts, query: url.searchParams, body: body ? JSON.parse(body) : undefined }),
      );
    }
    reply(404, { error: `path: found ${request.method} ${path}, which the control API does not have` });
  } catch (error) {
    reply(400, { error: error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error) });
  }
}
