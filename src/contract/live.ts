/**
 * What changes are told to screens, as Server-Sent Events. An event says what changed, never the personal data of it:
 * a screen asks for what it may see. After a break the stream goes on from `Last-Event-ID`, overlapping on purpose:
 * whoever listens drops the ids they have seen. The event `reset` means that too much was missed: load again.
 */
import { route } from "./route.ts";

export const LIVE_EVENT_KINDS = [
  "agent.changed",
  "attempt.changed",
  "campaign.changed",
  "list.changed",
  "do-not-call.changed",
  "register.changed",
  "emergency-stop.changed",
] as const;
export type LiveEventKind = (typeof LIVE_EVENT_KINDS)[number];

/** The kinds that an agent hears of in full; the rest of what they hear is their own. */
export const HEARD_BY_ALL: readonly LiveEventKind[] = ["campaign.changed", "emergency-stop.changed"];
/** The kinds of which an agent hears those that carry their own agentId. */
export const HEARD_BY_ITS_AGENT: readonly LiveEventKind[] = ["agent.changed", "attempt.changed"];

export const liveRoutes = {
  live: route({
    method: "get",
    path: "/v1/live",
    tag: "Live events",
    summary: "Changes as they happen; resumes after the Last-Event-ID header",
    may: "be-signed-in",
    response: {
      status: 200,
      about: "Events named by kind, their data as JSON, each with its id; a comment every 15 seconds",
      stream: "text/event-stream",
    },
    errors: [503],
  }),
};
