import { API_VERSION } from "../../calls/fields.ts";
import { rfc2822 } from "../../dates.ts";
import { makeSid } from "../../sids.ts";
import type { World } from "../../world.ts";

/** A TwiML application: what browser lines dial in to. */
export type Application = {
  sid: string;
  friendlyName: string;
  voiceUrl: string | null;
  voiceMethod: string;
  voiceFallbackUrl: string | null;
  voiceFallbackMethod: string;
  statusCallback: string | null;
  statusCallbackMethod: string;
  createdAt: number;
  updatedAt: number;
};

export function makeApplication(world: World, sid = makeSid("AP"), friendlyName = sid): Application {
  const now = world.clock.now();
  const application: Application = {
    sid,
    friendlyName,
    voiceUrl: null,
    voiceMethod: "POST",
    voiceFallbackUrl: null,
    voiceFallbackMethod: "POST",
    statusCallback: null,
    statusCallbackMethod: "POST",
    createdAt: now,
    updatedAt: now,
  };
  world.applications.set(sid, application);
  return application;
}

export function applicationResource(world: World, one: Application) {
  const { accountSid } = world.settings;
  return {
    account_sid: accountSid,
    api_version: API_VERSION,
    date_created: rfc2822(one.createdAt),
    date_updated: rfc2822(one.updatedAt),
    friendly_name: one.friendlyName,
    message_status_callback: null,
    sid: one.sid,
    sms_fallback_method: "POST",
    sms_fallback_url: null,
    sms_method: "POST",
    sms_status_callback: null,
    sms_url: null,
    status_callback: one.statusCallback,
    status_callback_method: one.statusCallbackMethod,
    uri: `/${API_VERSION}/Accounts/${accountSid}/Applications/${one.sid}.json`,
    voice_caller_id_lookup: false,
    voice_fallback_method: one.voiceFallbackMethod,
    voice_fallback_url: one.voiceFallbackUrl,
    voice_method: one.voiceMethod,
    voice_url: one.voiceUrl,
    public_application_connect_enabled: false,
  };
}
