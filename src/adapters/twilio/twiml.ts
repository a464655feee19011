/** Our instructions to a call, in Twilio's markup. */
import twilio from "twilio";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import type { Addresses } from "./addresses.ts";
import { AGENT_LABEL, personLabel } from "./ids.ts";

const { VoiceResponse } = twilio.twiml;
type VoiceResponse = twilio.twiml.VoiceResponse;
type Instruction<Kind extends VoiceInstruction["do"]> = Extract<VoiceInstruction, { do: Kind }>;

/** Seconds after the message in which a person may still press the key. */
const OPT_OUT_SECONDS = 5;
/** Seconds that an agent has to press 1: one hearing of the prompt and time to reach the keypad. */
const CONFIRM_SECONDS = 10;

/** The markup for an instruction. Never throws: texts lose the characters that XML 1.0 cannot carry. */
export function toTwiml(instruction: VoiceInstruction, addresses: Addresses): string {
  const response = new VoiceResponse();
  switch (instruction.do) {
    case "join-agent":
      joinAgent(response, instruction, addresses);
      break;
    case "wait":
      response.pause({ length: instruction.seconds });
      response.redirect({ method: "POST" }, addresses.waiting(instruction.attemptId));
      break;
    case "say-and-hang-up":
      sayAndHangUp(response, instruction, addresses);
      break;
    case "hang-up":
      response.hangup();
      break;
    case "park-agent":
      parkAgent(response, instruction, addresses);
      break;
    case "confirm-agent":
      confirmAgent(response, instruction, addresses);
      break;
  }
  return response.toString();
}

/** A key that is pressed ends the message: whoever asks to be called no more need not hear it out. */
function sayAndHangUp(response: VoiceResponse, instruction: Instruction<"say-and-hang-up">, addresses: Addresses): void {
  const { optOut } = instruction;
  const speaker = optOut
    ? response.gather({
        action: addresses.optOut(optOut.attemptId),
        method: "POST",
        input: ["dtmf"],
        numDigits: 1,
        timeout: OPT_OUT_SECONDS,
      })
    : response;
  speaker.say(voiceFor(instruction.language), speakable(instruction.message));
  response.hangup();
}

/**
 * The person never starts the conference, so that nobody waits in a room without an agent, and may leave it
 * without ending the agent's shift. When the agent's leg goes, Twilio asks `action` what to do with the person.
 */
function joinAgent(response: VoiceResponse, instruction: Instruction<"join-agent">, addresses: Addresses): void {
  response.dial({ action: addresses.personLeft(instruction.attemptId), method: "POST" }).conference(
    {
      startConferenceOnEnter: false,
      endConferenceOnExit: false,
      // The agent hears that somebody is there.
      beep: "onEnter",
      waitUrl: "",
      jitterBufferSize: "small",
      participantLabel: personLabel(instruction.attemptId),
    },
    instruction.conferenceName,
  );
}

/** The first to join settles where a conference's events go: that is the agent, alone, at the shift's start. */
function parkAgent(response: VoiceResponse, instruction: Instruction<"park-agent">, addresses: Addresses): void {
  response.dial({ action: addresses.agentLeft(instruction.agentId), method: "POST" }).conference(
    {
      startConferenceOnEnter: true,
      endConferenceOnExit: true,
      beep: "false",
      waitUrl: "",
      jitterBufferSize: "small",
      participantLabel: AGENT_LABEL,
      statusCallback: addresses.conferenceEvents(instruction.agentId),
      statusCallbackMethod: "POST",
      statusCallbackEvent: ["start", "end", "join", "leave", "mute", "hold"],
    },
    instruction.conferenceName,
  );
}

/** No key within the time, as with a voicemail: the markup ends in a hang-up. */
function confirmAgent(response: VoiceResponse, instruction: Instruction<"confirm-agent">, addresses: Addresses): void {
  const gather = response.gather({
    action: addresses.agentConfirmed(instruction.agentId),
    method: "POST",
    input: ["dtmf"],
    numDigits: 1,
    timeout: CONFIRM_SECONDS,
  });
  gather.say({ language: "en-US" }, "This is your Callkeeper line. Press 1 to take calls.");
  response.hangup();
}

/** A language tag that Twilio could know; anything else is left out, and Twilio's own default speaks. */
function voiceFor(language: string): { language?: "en-US" } {
  // The library lists today's voices as a type; Twilio adds to them more often than the library is released.
  return /^[a-z]{2,3}-[A-Z]{2,3}(?:-[A-Z]{2,4})?$/.test(language) ? { language: language as "en-US" } : {};
}

/** Without what XML 1.0 forbids even when escaped: control characters, lone surrogates, U+FFFE and U+FFFF. */
const speakable = (message: string): string =>
  // oxlint-disable-next-line no-control-regex
  message.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, " ");
