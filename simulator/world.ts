import type { Alerts } from "./alerts.ts";
import type { Call } from "./calls/call.ts";
import type { CallBook } from "./calls/call-book.ts";
import type { Clock } from "./clock/clock.ts";
import type { Conference } from "./conferences/conference.ts";
import type { CpsBucket } from "./cps.ts";
import type { EndpointBook } from "./endpoints/endpoint-book.ts";
import type { FaultBook } from "./faults/fault-book.ts";
import type { Journal } from "./journal.ts";
import type { Settings } from "./options.ts";
import type { PartyBook } from "./parties/party-book.ts";
import type { Random } from "./random.ts";
import type { Recording } from "./recordings/recording.ts";
import type { Application } from "./rest/resources/application.ts";
import type { OwnedNumber } from "./rest/resources/incoming-phone-number.ts";
import type { Verb } from "./twiml/verb.ts";
import type { Delivery } from "./webhooks/delivery.ts";
import type { HttpSender } from "./webhooks/http-sender.ts";

/** Everything that exists in one simulated carrier. Made by `carrier.ts`; passed to whatever acts in it. */
export type World = {
  settings: Settings;
  account: { authToken: string; oldAuthToken: string; cps: number; lines: number; suspended: boolean };
  clock: Clock;
  random: Random;
  cps: CpsBucket;
  calls: CallBook;
  conferences: Map<string, Conference>;
  recordings: Map<string, Recording>;
  applications: Map<string, Application>;
  numbers: Map<string, OwnedNumber>;
  endpoints: EndpointBook;
  parties: PartyBook;
  faults: FaultBook;
  alerts: Alerts;
  journal: Journal;
  deliveries: Delivery[];
  sender: HttpSender;
  /** The verbs that documents may use. */
  verbs: Readonly<Record<string, Verb>>;
  /** Sets a call in the books going. */
  dial(call: Call): void;
  /** The carrier's own address, once it listens. */
  url: string;
  /** How often each thing was asked for by REST: names a request the same in every run. */
  asked: Map<string, number>;
  /** REST requests under way. */
  restInFlight: number;
};
