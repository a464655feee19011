import type { Exchange, Reply, Route } from "../exchange.ts";
import { page } from "../paging.ts";
import { accountResource } from "../resources/account.ts";
import { type Application, applicationResource, makeApplication } from "../resources/application.ts";
import { incomingPhoneNumberResource, type OwnedNumber, outgoingCallerIdResource, ownNumber } from "../resources/incoming-phone-number.ts";
import { notFound, RestError } from "../rest-error.ts";

function findNumber({ world, parts, path }: Exchange): OwnedNumber {
  const number = [...world.numbers.values()].find((one) => one.sid === parts[0]);
  if (!number) throw notFound(path);
  return number;
}

function numbersAsked({ world, query }: Exchange): OwnedNumber[] {
  return [...world.numbers.values()].filter((one) => !query.get("PhoneNumber") || one.e164 === query.get("PhoneNumber"));
}

function changeNumber(exchange: Exchange, number: OwnedNumber, status: number): Reply {
  const { form, world } = exchange;
  const text = (name: string, before: string | null) => (form.has(name) ? form.get(name) || null : before);
  number.friendlyName = form.get("FriendlyName") ?? number.friendlyName;
  number.voiceUrl = text("VoiceUrl", number.voiceUrl);
  number.voiceMethod = form.get("VoiceMethod") ?? number.voiceMethod;
  number.voiceFallbackUrl = text("VoiceFallbackUrl", number.voiceFallbackUrl);
  number.statusCallback = text("StatusCallback", number.statusCallback);
  number.smsUrl = text("SmsUrl", number.smsUrl);
  number.voiceApplicationSid = text("VoiceApplicationSid", number.voiceApplicationSid);
  number.updatedAt = world.clock.now();
  return { status, body: incomingPhoneNumberResource(world, number) };
}

function buyNumber(exchange: Exchange): Reply {
  const e164 = exchange.form.get("PhoneNumber") ?? "";
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) throw new RestError(400, 21421, "PhoneNumber is invalid");
  return changeNumber(exchange, ownNumber(exchange.world, e164), 201);
}

function findApplication({ world, parts, path }: Exchange): Application {
  const application = world.applications.get(parts[0] ?? "");
  if (!application) throw notFound(path);
  return application;
}

export function changeApplication(application: Application, given: URLSearchParams, now: number): void {
  const text = (name: string, before: string | null) => (given.has(name) ? given.get(name) || null : before);
  application.friendlyName = given.get("FriendlyName") ?? application.friendlyName;
  application.voiceUrl = text("VoiceUrl", application.voiceUrl);
  application.voiceMethod = given.get("VoiceMethod") ?? application.voiceMethod;
  application.voiceFallbackUrl = text("VoiceFallbackUrl", application.voiceFallbackUrl);
  application.voiceFallbackMethod = given.get("VoiceFallbackMethod") ?? application.voiceFallbackMethod;
  application.statusCallback = text("StatusCallback", application.statusCallback);
  application.statusCallbackMethod = given.get("StatusCallbackMethod") ?? application.statusCallbackMethod;
  application.updatedAt = now;
}

function saveApplication(exchange: Exchange, application: Application, status: number): Reply {
  changeApplication(application, exchange.form, exchange.world.clock.now());
  return { status, body: applicationResource(exchange.world, application) };
}

export const accountRoutes: Route[] = [
  { method: "GET", pattern: /^$/, handle: ({ world }) => ({ status: 200, body: accountResource(world) }) },
  {
    method: "GET",
    pattern: /^\/IncomingPhoneNumbers$/,
    handle: (ex) =>
      page(ex, "incoming_phone_numbers", { items: numbersAsked(ex), show: (one) => incomingPhoneNumberResource(ex.world, one) }),
  },
  { method: "POST", pattern: /^\/IncomingPhoneNumbers$/, handle: buyNumber },
  {
    method: "GET",
    pattern: /^\/IncomingPhoneNumbers\/(PN\w+)$/,
    handle: (ex) => ({ status: 200, body: incomingPhoneNumberResource(ex.world, findNumber(ex)) }),
  },
  { method: "POST", pattern: /^\/IncomingPhoneNumbers\/(PN\w+)$/, handle: (ex) => changeNumber(ex, findNumber(ex), 200) },
  {
    method: "GET",
    pattern: /^\/OutgoingCallerIds$/,
    handle: (ex) => page(ex, "outgoing_caller_ids", { items: numbersAsked(ex), show: (one) => outgoingCallerIdResource(ex.world, one) }),
  },
  {
    method: "GET",
    pattern: /^\/Applications$/,
    handle: (ex) =>
      page(ex, "applications", { items: [...ex.world.applications.values()], show: (one) => applicationResource(ex.world, one) }),
  },
  { method: "POST", pattern: /^\/Applications$/, handle: (ex) => saveApplication(ex, makeApplication(ex.world), 201) },
  {
    method: "GET",
    pattern: /^\/Applications\/(AP\w+)$/,
    handle: (ex) => ({ status: 200, body: applicationResource(ex.world, findApplication(ex)) }),
  },
  { method: "POST", pattern: /^\/Applications\/(AP\w+)$/, handle: (ex) => saveApplication(ex, findApplication(ex), 200) },
];
