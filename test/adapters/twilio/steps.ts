/** What the tests on the simulated carrier do again and again. */
import type { CallEvent } from "../../../campaigns/attempts/call-event.ts";
import type { CallOrder } from "../../../src/ports/carrier.ts";
import { eventually } from "../../support/eventually.ts";
import { countedIds } from "../../support/ids.ts";
import { CALLER_ID, type Simulation } from "./on-the-simulator.ts";
import { AGENT } from "./support.ts";

const ids = countedIds(0x7a);

/** By their last digits: 0101 is a person who talks, 0140 a machine, 0152 busy, and so on. */
export const orderTo = (to: string, changes: Partial<CallOrder> = {}): CallOrder => ({
  attemptId: ids.next(),
  to,
  callerId: CALLER_ID,
  ringTimeoutSeconds: 25,
  answerDetection: "off",
  ...changes,
});

export async function place(it: Simulation, order: CallOrder): Promise<string> {
  const outcome = await it.carrier.placeCall(order);
  if (outcome.outcome !== "placed") throw new Error(`expected a placed call, found ${JSON.stringify(outcome)}`);
  return outcome.carrierCallId;
}

/** The agent's browser dials in and its line is parked. */
export async function parkAgent(it: Simulation): Promise<string> {
  const line = it.carrier.lineToken(AGENT);
  if (!line) throw new Error("expected a line token, found none");
  const { token, identity } = line;
  const { callSid } = it.control.connect({ id: `client:${identity}`, token });
  await eventually(() => it.desk.heardOfAgent().some((event) => event.kind === "agent-joined"));
  return callSid;
}

const first = (events: () => CallEvent[], isIt: (event: CallEvent) => boolean): Promise<CallEvent> =>
  eventually(() => {
    const found = events().find(isIt);
    if (found === undefined) throw new Error(`heard only ${JSON.stringify(events().map((event) => event.kind))}`);
    return found;
  });

export const heard = (it: Simulation, attemptId: string, kind: CallEvent["kind"]): Promise<CallEvent> =>
  first(
    () => it.desk.heardOf(attemptId),
    (event) => event.kind === kind,
  );

/** The terminal progress of a call. */
export const ended = (it: Simulation, attemptId: string): Promise<CallEvent> =>
  first(
    () => it.desk.heardOf(attemptId),
    (event) => event.kind === "call-progress" && event.disposition !== null,
  );

export const statusesOf = (it: Simulation, attemptId: string) =>
  it.desk.heardOf(attemptId).flatMap((event) => (event.kind === "call-progress" ? [event.status] : []));
export const reached = (it: Simulation, attemptId: string, status: string): Promise<boolean> =>
  eventually(() => statusesOf(it, attemptId).some((one) => one === status));
