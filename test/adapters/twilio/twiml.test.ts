import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { makeAddresses } from "../../../src/adapters/twilio/addresses.ts";
import { toTwiml } from "../../../src/adapters/twilio/twiml.ts";
import type { VoiceInstruction } from "../../../src/ports/voice-desk.ts";
import { AGENT, ATTEMPT, parseTwiml } from "./support.ts";

const addresses = makeAddresses("https://calls.example.com");
const markup = (instruction: VoiceInstruction) => parseTwiml(toTwiml(instruction, addresses));

describe("what a call is told to do", () => {
  test("an answered person joins the agent's conference, and can neither start nor end it", () => {
    const { Dial } = markup({ do: "join-agent", attemptId: ATTEMPT, conferenceName: "agent-7" });
    expect(Dial["@action"]).toBe(addresses.personLeft(ATTEMPT));
    expect(Dial.Conference).toEqual({
      "#text": "agent-7",
      "@startConferenceOnEnter": "false",
      "@endConferenceOnExit": "false",
      "@beep": "onEnter",
      "@waitUrl": "",
      "@jitterBufferSize": "small",
      "@participantLabel": `person-${ATTEMPT}`,
    });
  });

  test("an agent's line starts and ends the agent's own conference and settles where its events go", () => {
    const { Dial } = markup({ do: "park-agent", agentId: AGENT, conferenceName: "agent-7" });
    expect(Dial["@action"]).toBe(addresses.agentLeft(AGENT));
    expect(Dial.Conference).toEqual({
      "#text": "agent-7",
      "@startConferenceOnEnter": "true",
      "@endConferenceOnExit": "true",
      "@beep": "false",
      "@waitUrl": "",
      "@jitterBufferSize": "small",
      "@participantLabel": "agent",
      "@statusCallback": addresses.conferenceEvents(AGENT),
      "@statusCallbackMethod": "POST",
      "@statusCallbackEvent": "start end join leave mute hold",
    });
  });

  test("a person for whom nobody is free waits and asks again, in this order", () => {
    const xml = toTwiml({ do: "wait", attemptId: ATTEMPT, seconds: 1 }, addresses);
    expect(xml.indexOf("<Pause")).toBeGreaterThan(0);
    expect(xml.indexOf("<Pause")).toBeLessThan(xml.indexOf("<Redirect"));
    const { Pause, Redirect } = parseTwiml(xml);
    expect(Pause).toEqual({ "@length": "1" });
    expect(Redirect).toEqual({ "#text": addresses.waiting(ATTEMPT), "@method": "POST" });
  });

  test("an agent's telephone is asked for one key, and a voicemail that presses none is hung up", () => {
    const xml = toTwiml({ do: "confirm-agent", agentId: AGENT }, addresses);
    const { Gather, Hangup } = parseTwiml(xml);
    expect(Gather).toMatchObject({ "@numDigits": "1", "@input": "dtmf", "@action": addresses.agentConfirmed(AGENT), "@method": "POST" });
    expect(Gather.Say["#text"]).toMatch(/press 1/i);
    expect(Hangup).toBeDefined();
    expect(xml.indexOf("<Gather")).toBeLessThan(xml.indexOf("<Hangup"));
  });

  test("the abandon message is spoken in its language, then the call ends", () => {
    const { Say, Hangup } = markup({ do: "say-and-hang-up", message: "Entschuldigung & Auf Wiederhören <3", language: "de-DE" });
    expect(Say).toEqual({ "#text": "Entschuldigung & Auf Wiederhören <3", "@language": "de-DE" });
    expect(Hangup).toBeDefined();
  });

  test("where a key takes the person off the list, the message listens for it and then hangs up", () => {
    const optOut = { attemptId: ATTEMPT, key: "9" };
    const xml = toTwiml({ do: "say-and-hang-up", message: "Press 9 now.", language: "en-US", optOut }, addresses);
    const { Gather, Hangup } = parseTwiml(xml);
    expect(Gather).toMatchObject({ "@numDigits": "1", "@input": "dtmf", "@action": addresses.optOut(ATTEMPT), "@method": "POST" });
    expect(Gather.Say["#text"]).toBe("Press 9 now.");
    expect(Hangup).toBeDefined();
  });

  test("a language that is no language tag is left to Twilio's default", () => {
    expect(markup({ do: "say-and-hang-up", message: "Goodbye", language: "klingon" }).Say).toBe("Goodbye");
  });

  test("hanging up is one verb", () => {
    expect(toTwiml({ do: "hang-up" }, addresses)).toContain("<Response><Hangup/></Response>");
  });

  test("whatever text a campaign holds, the markup is well formed", () => {
    const anything = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(anything, anything, (message, language) => {
        const xml = toTwiml({ do: "say-and-hang-up", message: `a${message}`, language }, addresses);
        return XMLValidator.validate(xml) === true;
      }),
    );
  });

  test("the longest abandon message fits into Twilio's 4,000 characters for markup sent with a request", () => {
    const message = "x".repeat(1_000);
    expect(toTwiml({ do: "say-and-hang-up", message, language: "en-US" }, addresses).length).toBeLessThanOrEqual(4_000);
  });
});
