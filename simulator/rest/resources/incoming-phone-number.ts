import { API_VERSION } from "../../calls/fields.ts";
import { rfc2822 } from "../../dates.ts";
import { makeSid } from "../../sids.ts";
import type { World } from "../../world.ts";

export type OwnedNumber = {
  sid: string;
  e164: string;
  friendlyName: string;
  voiceUrl: string | null;
  voiceMethod: string;
  voiceFallbackUrl: string | null;
  statusCallback: string | null;
  smsUrl: string | null;
  voiceApplicationSid: string | null;
  createdAt: number;
  updatedAt: number;
};

/** Gives the account a number, or answers with the one that it has. */
export function ownNumber(world: World, e164: string): OwnedNumber {
  const known = world.numbers.get(e164);
  if (known) return known;
  const now = world.clock.now();
  const number: OwnedNumber = {
    sid: makeSid("PN"),
    e164,
    friendlyName: e164,
    voiceUrl: null,
    voiceMethod: "POST",
    voiceFallbackUrl: null,
    statusCallback: null,
    smsUrl: null,
    voiceApplicationSid: null,
    createdAt: now,
    updatedAt: now,
  };
  world.numbers.set(e164, number);
  return number;
}

export function incomingPhoneNumberResource(world: World, one: OwnedNumber) {
  const { accountSid } = world.settings;
  return {
    account_sid: accountSid,
    api_version: API_VERSION,
    beta: false,
    bundle_sid: null,
    capabilities: { mms: false, sms: true, voice: true, fax: false },
    date_created: rfc2822(one.createdAt),
    date_updated: rfc2822(one.updatedAt),
    friendly_name: one.friendlyName,
    identity_sid: null,
    origin: "twilio",
    phone_number: one.e164,
    sid: one.sid,
    status: "in-use",
    status_callback: one.statusCallback,
    status_callback_method: "POST",
    trunk_sid: null,
    type: "local",
    uri: `/${API_VERSION}/Accounts/${accountSid}/IncomingPhoneNumbers/${one.sid}.json`,
    ...voiceFields(one),
    ...messageFields(one),
    ...addressFields,
  };
}

const voiceFields = (one: OwnedNumber) => ({
  voice_application_sid: one.voiceApplicationSid,
  voice_caller_id_lookup: false,
  voice_fallback_method: "POST",
  voice_fallback_url: one.voiceFallbackUrl,
  voice_method: one.voiceMethod,
  voice_receive_mode: "voice",
  voice_url: one.voiceUrl,
});

const messageFields = (one: OwnedNumber) => ({
  sms_application_sid: null,
  sms_fallback_method: "POST",
  sms_fallback_url: null,
  sms_method: "POST",
  sms_url: one.smsUrl,
});

const addressFields = {
  address_requirements: "none",
  address_sid: null,
  emergency_address_sid: null,
  emergency_address_status: "unregistered",
  emergency_status: "Inactive",
};

export function outgoingCallerIdResource(world: World, one: OwnedNumber) {
  const { accountSid } = world.settings;
  return {
    sid: one.sid,
    date_created: rfc2822(one.createdAt),
    date_updated: rfc2822(one.updatedAt),
    friendly_name: one.friendlyName,
    account_sid: accountSid,
    phone_number: one.e164,
    uri: `/${API_VERSION}/Accounts/${accountSid}/OutgoingCallerIds/${one.sid}.json`,
  };
}
