/** The part of an agent's desk (GET /v1/agents/me) that a simulated agent looks at. */
export type Desk = {
  id: string;
  state: "offline" | "available" | "reserved" | "talking" | "wrapping-up" | "on-break";
  lineState: "none" | "connecting" | "parked";
  wrapUpUntil: string | null;
  attempt: { id: string; state: string } | null;
};
