/** A desk that joins every person to one agent, parks that agent, and reads every event once. */
import type { CallEvent } from "../../../campaigns/attempts/call-event.ts";
import { readTwilioEvent } from "../../../src/adapters/twilio/call-events.ts";
import type { RawCarrierEvent, VoiceDesk, VoiceInstruction } from "../../../src/ports/voice-desk.ts";
import type { Asked } from "./support.ts";

export type JoiningDesk = VoiceDesk & {
  asked: Asked[];
  stored: Map<string, RawCarrierEvent>;
  deliveries: number;
  /** Replaces what a person is told at the answer. */
  atAnswer: (attemptId: string) => VoiceInstruction | Promise<VoiceInstruction>;
  /** What was told of an attempt, in order of arrival. */
  heardOf(attemptId: string): CallEvent[];
  heardOfAgent(): CallEvent[];
};

export function makeJoiningDesk(conferenceName: string): JoiningDesk {
  const asked: Asked[] = [];
  const stored = new Map<string, RawCarrierEvent>();
  const answer =
    <Input>(question: keyof VoiceDesk, decide: (input: Input) => VoiceInstruction | Promise<VoiceInstruction>) =>
    async (input: Input) => {
      asked.push({ question, input });
      return decide(input);
    };
  const read = (): CallEvent[] => [...stored.values()].flatMap((event) => readTwilioEvent(event) ?? []);
  const hangUp = (): VoiceInstruction => ({ do: "hang-up" });
  const desk: JoiningDesk = {
    asked,
    stored,
    deliveries: 0,
    atAnswer: (attemptId) => ({ do: "join-agent", attemptId, conferenceName }),
    heardOf: (attemptId) => read().filter((event) => "attemptId" in event && event.attemptId === attemptId),
    heardOfAgent: () => read().filter((event) => "agentId" in event),
    answered: answer("answered", ({ attemptId }) => desk.atAnswer(attemptId)),
    stillWaiting: answer("stillWaiting", ({ attemptId }) => ({ do: "join-agent", attemptId, conferenceName })),
    personLeft: answer("personLeft", hangUp),
    optedOut: answer("optedOut", hangUp),
    textReceived: async (input) => {
      asked.push({ question: "textReceived", input });
    },
    failed: answer("failed", hangUp),
    agentDialedIn: answer("agentDialedIn", ({ agentId }) => ({ do: "park-agent", agentId, conferenceName })),
    agentAnswered: answer("agentAnswered", ({ agentId }) => ({ do: "confirm-agent", agentId })),
    agentConfirmed: answer("agentConfirmed", ({ agentId, digits }) =>
      digits === "1" ? { do: "park-agent", agentId, conferenceName } : { do: "hang-up" },
    ),
    agentLeft: answer("agentLeft", hangUp),
    record: async (event) => {
      desk.deliveries += 1;
      if (!stored.has(event.dedupeKey)) stored.set(event.dedupeKey, event);
    },
  };
  return desk;
}
