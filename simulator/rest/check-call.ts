import type { World } from "../world.ts";
import { RestError } from "./rest-error.ts";

const E164 = /^\+[1-9]\d{6,14}$/;
const OTHER_ADDRESS = /^(client:[\w.@-]+|sips?:[^@\s]+@\S+)$/;
const EVENTS = new Set(["initiated", "ringing", "answered", "completed"]);
const A_DAY_MS = 24 * 3600 * 1000;
/** Twilio takes a ring time of 5 to 600 seconds. */
const LONGEST_RING_SECONDS = 600;

const bad = (code: number, message: string) => new RestError(400, code, message);

/** Twilio's magic numbers: twilio.com/docs/iam/test-credentials, read 2026-11-21. */
const MAGIC_TO: Record<string, number> = { "+15005550001": 21217, "+15005550002": 21214, "+15005550003": 21215, "+15005550004": 21216 };
const MAGIC_OK = "+15005550006";

/** Refuses an order for a call as Twilio would, in its order of checks. */
export function checkCall(world: World, form: URLSearchParams, { needsDocument }: { needsDocument: boolean }): void {
  checkTo(world, form.get("To") ?? "", form.get("From") ?? "");
  checkFrom(world, form.get("CallerId") ?? form.get("From") ?? "", form.get("To") ?? "");
  if (needsDocument) checkDocument(form);
  checkDetails(form);
  checkRoom(world);
}

function checkTo(world: World, to: string, from: string): void {
  const { settings } = world;
  if (!to) throw bad(21201, "No 'To' number is specified");
  if (!from) throw bad(21213, "No 'From' number is specified");
  if (!E164.test(to) && !OTHER_ADDRESS.test(to)) throw bad(21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  const magic = MAGIC_TO[to];
  if (magic) throw bad(magic, "The number you are attempting to call cannot be called");
  if (settings.geoBlocked.some((prefix) => to.startsWith(prefix))) throw bad(21215, "Account not authorized to call that country");
  if (settings.blocked.includes(to)) throw bad(21216, "Account not allowed to call that number");
  const { trialVerified } = settings;
  if (trialVerified.length > 0 && E164.test(to) && !trialVerified.includes(to)) {
    throw bad(21219, "The number is unverified. Trial accounts may only make calls to verified numbers.");
  }
}

function checkFrom(world: World, from: string, to: string): void {
  if (from === "+15005550001") throw bad(21212, "The source phone number provided is not valid");
  if (from.startsWith("+1500555") && from !== MAGIC_OK && !world.numbers.has(from))
    throw bad(21210, "Source phone number not yet verified for this account");
  if (!E164.test(from)) {
    if (E164.test(to) || !OTHER_ADDRESS.test(from)) throw bad(21212, `The source phone number provided, ${from}, is not valid`);
    return;
  }
  const owned = world.numbers.size === 0 || world.numbers.has(from) || from === MAGIC_OK;
  if (!owned) throw bad(21210, `Source phone number not yet verified for this account: ${from}`);
}

function checkDocument(form: URLSearchParams): void {
  const url = form.get("Url");
  if (url && !isAddress(url)) throw bad(21205, `Url is not a valid URL: ${url}`);
  const sid = form.get("ApplicationSid");
  if (sid && !/^AP[0-9a-f]{32}$/i.test(sid)) throw bad(21218, `Invalid ApplicationSid: ${sid}`);
  if (!url && !form.get("Twiml") && !sid) throw bad(21205, "Url, Twiml or ApplicationSid parameter is required");
}

const isAddress = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !new URL(url).hostname.includes("_");

function checkDetails(form: URLSearchParams): void {
  const timeout = form.get("Timeout");
  if (timeout && !(Number.isInteger(Number(timeout)) && Number(timeout) > 0 && Number(timeout) <= LONGEST_RING_SECONDS)) {
    throw bad(21208, `Invalid Timeout: ${timeout}`);
  }
  const digits = form.get("SendDigits");
  if (digits && !/^[0-9A-D#*wW]{1,32}$/.test(digits)) throw bad(21206, "Invalid SendDigits");
  for (const name of ["Method", "FallbackMethod", "StatusCallbackMethod", "AsyncAmdStatusCallbackMethod"]) {
    const method = form.get(name);
    if (method && !/^(GET|POST)$/i.test(method)) throw bad(21209, `Invalid ${name}: ${method}`);
  }
  const status = form.get("StatusCallback");
  if (status && !isAddress(status)) throw bad(21609, `Invalid StatusCallback: ${status}`);
  for (const event of form.getAll("StatusCallbackEvent")) {
    if (event && !EVENTS.has(event)) throw bad(21626, `Invalid StatusCallbackEvent: ${event}`);
  }
}

function checkRoom(world: World): void {
  if (world.cps.wait(world.clock.now()) > A_DAY_MS) throw bad(22005, "Call queue is full: more than 24 hours of calls are waiting");
  if (world.calls.linesTaken() >= world.account.lines) throw bad(10004, "Call concurrency limit exceeded");
}
