import { RestError } from "./rest-error.ts";
import type { World } from "../world.ts";

/** What each request may carry (Twilio's API description plus what only its library 6.2.0 knows). Anything else raises an alert. */
const CALL =
  "To From Method FallbackUrl FallbackMethod StatusCallback StatusCallbackEvent StatusCallbackMethod SendDigits Timeout Record RecordingChannels RecordingStatusCallback RecordingStatusCallbackMethod SipAuthUsername SipAuthPassword MachineDetection MachineDetectionTimeout RecordingStatusCallbackEvent Trim CallerId MachineDetectionSpeechThreshold MachineDetectionSpeechEndThreshold MachineDetectionSilenceTimeout AsyncAmd AsyncAmdStatusCallback AsyncAmdStatusCallbackMethod Byoc CallReason CallToken RecordingTrack TimeLimit ClientNotificationUrl Url Twiml ApplicationSid RecordingConfigurationId Passports";
const PARTICIPANT =
  "From To StatusCallback StatusCallbackMethod StatusCallbackEvent Label Timeout Record Muted Beep StartConferenceOnEnter EndConferenceOnExit WaitUrl WaitMethod EarlyMedia MaxParticipants ConferenceRecord ConferenceTrim ConferenceStatusCallback ConferenceStatusCallbackMethod ConferenceStatusCallbackEvent RecordingChannels RecordingStatusCallback RecordingStatusCallbackMethod SipAuthUsername SipAuthPassword Region ConferenceRecordingStatusCallback ConferenceRecordingStatusCallbackMethod RecordingStatusCallbackEvent ConferenceRecordingStatusCallbackEvent Coaching CallSidToCoach JitterBufferSize Byoc CallerId CallReason RecordingTrack TimeLimit MachineDetection MachineDetectionTimeout MachineDetectionSpeechThreshold MachineDetectionSpeechEndThreshold MachineDetectionSilenceTimeout AmdStatusCallback AmdStatusCallbackMethod Trim CallToken ClientNotificationUrl CallerDisplayName RecordingConfigurationId Passports EmergencyAddress EmergencyCallerLocation EmergencyCallerPosition EmergencyCity EmergencyCountry EmergencyName EmergencyState EmergencyZipCode";

export const KNOWN = {
  createCall: new Set(CALL.split(" ")),
  updateCall: new Set("Url Method Status FallbackUrl FallbackMethod StatusCallback StatusCallbackMethod Twiml TimeLimit".split(" ")),
  createParticipant: new Set(PARTICIPANT.split(" ")),
  updateParticipant: new Set(
    "Muted Hold HoldUrl HoldMethod AnnounceUrl AnnounceMethod WaitUrl WaitMethod BeepOnExit EndConferenceOnExit Coaching CallSidToCoach".split(
      " ",
    ),
  ),
};

export function checkKnown(world: World, form: URLSearchParams, known: ReadonlySet<string>): void {
  const unknown = [...new Set(form.keys())].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const message = `parameters: found ${unknown.join(", ")}, which this resource does not have`;
  world.alerts.raise(20001, message);
  if (world.settings.strictParams) throw new RestError(400, 20001, message);
}

export function wholeParam(form: URLSearchParams, name: string, fallback: number): number {
  const value = form.get(name);
  return value === null || value === "" ? fallback : Number(value);
}

export const isTrueParam = (form: URLSearchParams, name: string): boolean | undefined => {
  const value = form.get(name);
  return value === null ? undefined : value.toLowerCase() === "true";
};

/** A list that the official client sends by repeating the parameter. */
export function listParam(form: URLSearchParams, name: string, fallback: readonly string[]): ReadonlySet<string> {
  const list = form.getAll(name).filter(Boolean);
  return new Set(list.length > 0 ? list : fallback);
}
