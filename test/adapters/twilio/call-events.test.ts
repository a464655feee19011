import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALL_STATUSES } from "../../../campaigns/attempts/call-event.ts";
import { dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import { readTwilioEvent } from "../../../src/adapters/twilio/call-events.ts";
import type { RawCarrierEvent } from "../../../src/ports/voice-desk.ts";
import { AGENT, ATTEMPT, CALL_SID, CONFERENCE_SID } from "./support.ts";

const raw = (source: string, payload: Record<string, string>, ids: Partial<RawCarrierEvent> = {}): RawCarrierEvent => ({
  dedupeKey: "k",
  source,
  attemptId: null,
  agentId: null,
  carrierCallId: CALL_SID,
  payload: { CallSid: CALL_SID, ...payload },
  ...ids,
});
const progress = (payload: Record<string, string>) => readTwilioEvent(raw("call", payload, { attemptId: ATTEMPT }));

describe("the progress of a contact's call", () => {
  test.each([
    ["queued", "queued", null],
    ["initiated", "dialing", null],
    ["ringing", "ringing", null],
    ["in-progress", "answered", null],
    ["answered", "answered", null],
    ["completed", "ended", "hung-up"],
    ["busy", "busy", "busy"],
    ["no-answer", "no-answer", "no-answer"],
    ["failed", "failed", "failed"],
    ["canceled", "cancelled", "cancelled"],
  ])("Twilio's %s is our %s, and closes as %s when no agent had joined", (CallStatus, status, disposition) => {
    expect(progress({ CallStatus })).toEqual({
      kind: "call-progress",
      attemptId: ATTEMPT,
      carrierCallId: CALL_SID,
      status,
      disposition,
      sipCode: null,
      errorCode: null,
    });
  });

  test.each([
    ["busy", "603", "declined"],
    ["failed", "607", "declined"],
    ["no-answer", "608", "declined"],
    ["failed", "404", "invalid-number"],
    ["failed", "410", "invalid-number"],
    ["failed", "484", "invalid-number"],
    ["failed", "604", "invalid-number"],
    ["failed", "503", "failed"],
    ["no-answer", "487", "no-answer"],
    ["busy", "486", "busy"],
    ["completed", "200", "hung-up"],
  ])("%s with SIP code %s closes as %s", (CallStatus, SipResponseCode, disposition) => {
    expect(progress({ CallStatus, SipResponseCode })).toMatchObject({ disposition, sipCode: SipResponseCode });
  });

  test("a failed call with an error code closes as the code table says", () => {
    expect(progress({ CallStatus: "failed", ErrorCode: "13224" })).toMatchObject({ disposition: "invalid-number", errorCode: "13224" });
    expect(progress({ CallStatus: "failed", ErrorCode: "99999" })).toMatchObject({ disposition: "failed", errorCode: "99999" });
  });

  test("a code that is no number is left out", () => {
    expect(progress({ CallStatus: "failed", SipResponseCode: "4O4", ErrorCode: "oops" })).toMatchObject({
      disposition: "failed",
      sipCode: null,
      errorCode: null,
    });
  });

  test("an unknown status is no event, and nor is one that names an attempt nowhere", () => {
    expect(progress({ CallStatus: "teleported" })).toBeUndefined();
    expect(progress({})).toBeUndefined();
    expect(readTwilioEvent(raw("call", { CallStatus: "ringing" }))).toBeUndefined();
  });

  test("words that every object has are no statuses", () => {
    for (const CallStatus of ["constructor", "toString", "__proto__"]) expect(progress({ CallStatus })).toBeUndefined();
  });
});

describe("the agent's own line", () => {
  test("its progress is told with the agent", () => {
    expect(readTwilioEvent(raw("agent-call", { CallStatus: "completed" }, { agentId: AGENT }))).toEqual({
      kind: "agent-line-progress",
      agentId: AGENT,
      carrierCallId: CALL_SID,
      status: "ended",
    });
  });
});

describe("what picked up", () => {
  test.each([
    ["human", "human"],
    ["machine_start", "machine"],
    ["machine_end_beep", "machine"],
    ["machine_end_silence", "machine"],
    ["machine_end_other", "machine"],
    ["fax", "fax"],
    ["unknown", "unknown"],
  ])("Twilio's %s is our %s", (AnsweredBy, answer) => {
    expect(readTwilioEvent(raw("answer-detection", { AnsweredBy }, { attemptId: ATTEMPT }))).toEqual({
      kind: "answer-detected",
      attemptId: ATTEMPT,
      carrierCallId: CALL_SID,
      answer,
    });
  });

  test("a verdict that we do not know is no event", () => {
    expect(readTwilioEvent(raw("answer-detection", { AnsweredBy: "parrot" }, { attemptId: ATTEMPT }))).toBeUndefined();
  });
});

describe("the agent's conference", () => {
  const conference = { ConferenceSid: CONFERENCE_SID, FriendlyName: "agent-7" };
  const ours = { conferenceId: CONFERENCE_SID, conferenceName: "agent-7", carrierCallId: CALL_SID };
  const heard = (payload: Record<string, string>) => readTwilioEvent(raw("conference", { ...conference, ...payload }, { agentId: AGENT }));

  test.each([
    ["participant-join", "person-joined"],
    ["participant-leave", "person-left"],
  ])("%s with a person's label is %s", (StatusCallbackEvent, kind) => {
    expect(heard({ StatusCallbackEvent, ParticipantLabel: `person-${ATTEMPT}` })).toEqual({ kind, attemptId: ATTEMPT, ...ours });
  });

  test.each([
    ["participant-join", "agent-joined"],
    ["participant-leave", "agent-left"],
  ])("%s with the agent's label is %s", (StatusCallbackEvent, kind) => {
    expect(heard({ StatusCallbackEvent, ParticipantLabel: "agent" })).toEqual({ kind, agentId: AGENT, ...ours });
  });

  test("its end is told with the agent", () => {
    expect(heard({ StatusCallbackEvent: "conference-end" })).toEqual({
      kind: "conference-ended",
      agentId: AGENT,
      conferenceId: CONFERENCE_SID,
      conferenceName: "agent-7",
    });
  });

  test.each(["conference-start", "participant-hold", "participant-mute", "announcement-end"])("%s changes nothing for us", (event) => {
    expect(heard({ StatusCallbackEvent: event, ParticipantLabel: "agent" })).toBeUndefined();
  });

  test("a participant whom we did not label is nobody of ours", () => {
    expect(heard({ StatusCallbackEvent: "participant-join" })).toBeUndefined();
    expect(heard({ StatusCallbackEvent: "participant-join", ParticipantLabel: "supervisor" })).toBeUndefined();
  });
});

describe("any payload at all", () => {
  const text = (...plausible: string[]) => fc.oneof(fc.constantFrom(...plausible), fc.anything());
  const plausible = fc.record(
    {
      CallSid: text(CALL_SID),
      CallStatus: text("ringing", "completed", "busy", "failed"),
      SipResponseCode: text("404", "603"),
      ErrorCode: text("13224"),
      AnsweredBy: text("human", "fax"),
      StatusCallbackEvent: text("participant-join", "participant-leave", "conference-end"),
      ConferenceSid: text(CONFERENCE_SID),
      FriendlyName: text("agent-7"),
      ParticipantLabel: text("agent", `person-${ATTEMPT}`),
    },
    { requiredKeys: [] },
  );
  const events = fc.record({
    dedupeKey: fc.string(),
    source: fc.oneof(fc.constantFrom("call", "agent-call", "answer-detection", "conference"), fc.string()),
    attemptId: fc.option(fc.uuid()),
    agentId: fc.option(fc.uuid()),
    carrierCallId: fc.option(fc.string()),
    payload: fc.oneof({ weight: 4, arbitrary: plausible }, fc.dictionary(fc.string(), fc.anything()), fc.anything()),
  });

  test("reading never throws, and gives nothing or an event in our words", () => {
    let understood = 0;
    fc.assert(
      fc.property(events, (event) => {
        const read = readTwilioEvent(event as RawCarrierEvent);
        if (read === undefined) return;
        understood += 1;
        if ("status" in read) expect(CALL_STATUSES).toContain(read.status);
        if (read.kind === "call-progress" && read.disposition !== null) expect(dispositionOf(read.disposition)).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
    // Counter-test: payloads that hold nothing readable would prove nothing.
    expect(understood).toBeGreaterThan(0);
  });
});
