import type { Hook } from "../webhooks/hook.ts";

/** How a call enters a room, whether ordered by TwiML or by the Participants API. */
export type RoomOrder = {
  name: string;
  label: string | null;
  muted: boolean;
  startOnEnter: boolean;
  endOnExit: boolean;
  /** The call that is coached: only it hears this participant. */
  coach: string | null;
  coaching: boolean;
  maxParticipants: number;
  /** Undefined: the carrier's own music, which nobody here needs. */
  wait?: Hook;
  events?: Hook & { names: ReadonlySet<string> };
  record: boolean;
  recording?: Hook & { events: ReadonlySet<string> };
};

/** Twilio's default and most: 250 participants. */
export const MOST_PARTICIPANTS = 250;
