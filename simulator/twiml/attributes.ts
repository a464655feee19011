/** What each element may carry; from the attribute types of the `twilio` package 6.2.0. Anything else raises alert 12200. */
const CALLBACKS = "statusCallback statusCallbackEvent statusCallbackMethod";
const AMD =
  "amdStatusCallback amdStatusCallbackMethod machineDetection machineDetectionSilenceTimeout machineDetectionSpeechEndThreshold machineDetectionSpeechThreshold machineDetectionTimeout";
const RECORDING = "recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod";

const ALLOWED: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    Say: "language loop voice",
    Play: "digits loop",
    Pause: "length",
    Gather:
      "action actionOnEmptyResult bargeIn debug enhanced finishOnKey hints input language maxSpeechTime method numDigits partialResultCallback partialResultCallbackMethod profanityFilter speechModel speechTimeout timeout",
    Record: `action finishOnKey maxLength method playBeep ${RECORDING} timeout transcribe transcribeCallback trim`,
    Dial: `action answerOnBridge callerId events hangupOnStar method passports record ${RECORDING} recordingTrack referMethod referUrl ringTone sequential timeLimit timeout trim`,
    Number: `${AMD} byoc method sendDigits ${CALLBACKS} url`,
    Client: `method ${CALLBACKS} url`,
    Sip: `${AMD} method password ${CALLBACKS} url username`,
    Conference: `beep coach endConferenceOnExit eventCallbackUrl jitterBufferSize maxParticipants muted participantLabel record ${RECORDING} region startConferenceOnEnter ${CALLBACKS} trim waitMethod waitUrl`,
    Redirect: "method",
    Reject: "reason",
    Hangup: "",
  }).map(([name, list]) => [name, new Set(list.split(" ").filter(Boolean))]),
);

export function unknownAttributes(element: { name: string; attributes: Record<string, string> }): string[] {
  const allowed = ALLOWED[element.name];
  return allowed ? Object.keys(element.attributes).filter((name) => !allowed.has(name) && !name.startsWith("xml:")) : [];
}
