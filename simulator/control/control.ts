import type { Alert } from "../alerts.ts";
import type { Call } from "../calls/call.ts";
import { endCall } from "../calls/end.ts";
import { pressKeys } from "../calls/keys.ts";
import { callsOf, type Connect, connectLine } from "../endpoints/connect.ts";
import type { Endpoint, EndpointChange } from "../endpoints/endpoint-book.ts";
import type { FaultRule, FaultRuleInput } from "../faults/rule.ts";
import type { JournalEntry } from "../journal.ts";
import { type Ledger, ledger } from "../ledger.ts";
import { resetWorld } from "../make-world.ts";
import type { PartyScripts } from "../parties/script.ts";
import { PRESETS, type PresetName } from "../presets/presets.ts";
import { callResource } from "../rest/resources/call.ts";
import { conferenceResource, participantResource } from "../rest/resources/conference.ts";
import { ownNumber } from "../rest/resources/incoming-phone-number.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import type { World } from "../world.ts";
import { changeAccount, type AccountChange } from "./change-account.ts";

/** How long a lost line is kept before the carrier gives it up: nobody said goodbye. */
const LOST_LINE_MS = 30_000;

/** Everything that may be done to a simulated carrier from outside the telephone: what tests, demos and live views use. */
export type Control = {
  /** Who answers a number, or every number that a pattern with `*` fits. */
  party(pattern: string, scripts: unknown): void;
  parties(): Record<string, PartyScripts>;
  forgetParty(pattern: string): boolean;
  fault(rules: FaultRuleInput | FaultRuleInput[]): void;
  faults(): (FaultRule & { struck: number })[];
  clearFaults(): void;
  preset(name: PresetName): void;
  endpoint(id: string, change?: EndpointChange): Endpoint;
  endpoints(): Endpoint[];
  /** A browser line dials in. Throws an Error that says why it may not. */
  connect(order: Connect): { callSid: string };
  /** The far end hangs up, or its line is lost (`drop`: the carrier notices after 30 s). By call id or endpoint id; answers how many calls. */
  hangup(who: string): number;
  /** Picks up what rings. */
  answer(who: string): number;
  drop(who: string): number;
  press(who: string, digits: string): number;
  account(change: AccountChange): void;
  number(e164: string): void;
  ledger(): Ledger;
  webhooks(): Delivery[];
  alerts(): Alert[];
  events(since?: number): JournalEntry[];
  calls(): unknown[];
  conferences(): unknown[];
  advance(ms: number): Promise<void>;
  speed(factor: number): void;
  reset(seed?: number): void;
};

export function makeControl(world: World): Control {
  const callsNamed = (who: string): Call[] => {
    const call = world.calls.get(who);
    return call ? [call] : callsOf(world, who);
  };
  const each = (who: string, work: (call: Call) => void): number => {
    const found = callsNamed(who);
    found.forEach(work);
    return found.length;
  };
  const hangUp = (by: string) => (call: Call) => {
    const wasAnswered = call.answeredAt !== undefined;
    endCall(world, call, { status: wasAnswered ? "completed" : "busy", sipCode: wasAnswered ? "200" : "603", by });
  };
  return {
    ...publicControl(world),
    ...witness(world),
    endpoint: (id, change = {}) => world.endpoints.put(id, change),
    endpoints: () => world.endpoints.list(),
    connect: (order) => ({ callSid: connectLine(world, order).sid }),
    hangup: (who) => each(who, hangUp("far end")),
    drop: (who) => each(who, (call) => void world.clock.after(LOST_LINE_MS, () => hangUp("line lost")(call))),
    answer: (who) => each(who, (call) => call.pickUp?.()),
    press: (who, digits) => each(who, (call) => pressKeys(call, digits)),
    account: (change) => changeAccount(world, change),
    number: (e164) => void ownNumber(world, e164),
    advance: (ms) => world.clock.advance(ms),
    speed: (factor) => world.clock.setSpeed(factor),
    reset: (seed) => resetWorld(world, seed),
  };
}

type PublicControl = Pick<Control, "party" | "parties" | "forgetParty" | "fault" | "faults" | "clearFaults" | "preset">;

function publicControl(world: World): PublicControl {
  return {
    party: (pattern, scripts) => world.parties.put(pattern, scripts),
    parties: () => world.parties.list(),
    forgetParty: (pattern) => world.parties.remove(pattern),
    fault: (rules) => world.faults.add(rules),
    faults: () => world.faults.list(),
    clearFaults: () => world.faults.clear(),
    preset(name) {
      const preset = PRESETS[name];
      world.faults.setPreset(preset.faults);
      world.parties.setMode(preset.options.mode ?? "digits", preset.weights);
      world.settings.amdErrorRate = preset.options.amdErrorRate ?? 0;
    },
  };
}

type Witness = Pick<Control, "ledger" | "webhooks" | "alerts" | "events" | "calls" | "conferences">;

function witness(world: World): Witness {
  return {
    ledger: () => ledger(world),
    webhooks: () => [...world.deliveries],
    alerts: () => world.alerts.all(),
    events: (since = 0) => world.journal.since(since),
    calls: () => [...world.calls.all()].map((call) => callResource(world, call)),
    conferences: () =>
      [...world.conferences.values()].map((one) => ({
        ...conferenceResource(world, one),
        participants: [...one.participants.values()].map((member) => participantResource(world, one, member)),
      })),
  };
}
