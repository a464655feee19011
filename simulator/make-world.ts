import { makeAlerts } from "./alerts.ts";
import { makeCallBook } from "./calls/call-book.ts";
import { makeRealClock } from "./clock/real-clock.ts";
import { makeVirtualClock } from "./clock/virtual-clock.ts";
import { dialCall } from "./calls/dial.ts";
import { makeCpsBucket } from "./cps.ts";
import { makeEndpointBook } from "./endpoints/endpoint-book.ts";
import { makeFaultBook } from "./faults/fault-book.ts";
import { makeJournal } from "./journal.ts";
import { type CarrierOptions, DEFAULTS, type Settings } from "./options.ts";
import { makePartyBook } from "./parties/party-book.ts";
import { PRESETS } from "./presets/presets.ts";
import { makeRandom } from "./random.ts";
import { makeApplication } from "./rest/resources/application.ts";
import { ownNumber } from "./rest/resources/incoming-phone-number.ts";
import { VERBS } from "./twiml/verbs.ts";
import { makeHttpSender } from "./webhooks/http-sender.ts";
import type { World } from "./world.ts";

/** Options left out, or given as undefined, fall to the preset's and then to the defaults. */
function settle(options: CarrierOptions): Settings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...DEFAULTS, ...PRESETS[options.preset ?? "none"].options, ...given };
}

/** An empty carrier with its account, its numbers and its preset's faults. */
export function makeWorld(options: CarrierOptions): World {
  const settings = settle(options);
  const clock = settings.clock === "virtual" ? makeVirtualClock(settings.startAt) : makeRealClock(settings.speed);
  const world: World = {
    settings,
    account: {
      authToken: settings.authToken,
      oldAuthToken: settings.oldAuthToken,
      cps: settings.cps,
      lines: settings.lines,
      suspended: false,
    },
    clock,
    random: makeRandom(settings.seed),
    cps: makeCpsBucket(settings.cps),
    calls: makeCallBook(),
    conferences: new Map(),
    recordings: new Map(),
    applications: new Map(),
    numbers: new Map(),
    endpoints: makeEndpointBook(),
    parties: makePartyBook(settings, () => world.random, PRESETS[settings.preset].weights),
    faults: makeFaultBook(() => world.random),
    alerts: makeAlerts(clock.now),
    journal: makeJournal(clock.now),
    deliveries: [],
    sender: makeHttpSender(),
    verbs: VERBS,
    dial: (call) => void dialCall(world, call),
    url: "",
    asked: new Map(),
    restInFlight: 0,
  };
  furnish(world);
  return world;
}

function furnish(world: World): void {
  const { settings } = world;
  world.faults.setPreset(PRESETS[settings.preset].faults);
  const application = makeApplication(world, settings.twimlAppSid, "Browser lines");
  application.voiceUrl = settings.voiceUrl || null;
  for (const number of settings.numbers) ownNumber(world, number);
}

/** Ends every call without telling anyone and forgets everything but the account. A new seed may be given. */
export function resetWorld(world: World, seed?: number): void {
  for (const conference of world.conferences.values()) delete conference.events;
  for (const call of world.calls.live()) {
    delete call.statusHook;
    call.life.abort();
  }
  world.random = makeRandom(seed ?? world.random.seed);
  world.cps = makeCpsBucket(world.account.cps);
  for (const book of [world.calls, world.conferences, world.recordings, world.numbers, world.endpoints, world.asked]) book.clear();
  for (const book of [world.parties, world.faults, world.alerts, world.journal]) book.clear();
  world.deliveries.length = 0;
  const voiceUrl = world.applications.get(world.settings.twimlAppSid)?.voiceUrl ?? null;
  world.applications.clear();
  furnish(world);
  const application = world.applications.get(world.settings.twimlAppSid);
  if (application) application.voiceUrl = voiceUrl;
}
