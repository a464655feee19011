/** Questions to the gate that say only what the test is about. */
import { DateTime } from "luxon";
import { type CallingWindow, campaignSettingsSchema } from "../../../campaigns/campaign.ts";
import type { ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import type {
  CallHistory,
  CallQuestion,
  CallSubject,
  CampaignTerms,
  DoNotCallEntry,
  Place,
  PlacedAttempt,
  RegisterScrub,
} from "../../../campaigns/compliance/decision.ts";
import type { EmergencyStop } from "../../../campaigns/compliance/emergency-stop.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

const defaults = campaignSettingsSchema.parse({ callerIds: ["+12025550190"] });

/** An instant in UTC: "2026-11-21T21:00". */
export const utc = (iso: string): number => DateTime.fromISO(iso, { zone: "utc" }).toMillis();

/** What the wall clock of a zone means, for days without a change of the clocks. */
export function local(zone: string, iso: string): number {
  const found = zoneNamed(zone);
  if (!found) throw new Error(`no zone ${zone}`);
  return DateTime.fromISO(iso, { zone: found }).toMillis();
}

/** The same hours every day: "09:00-20:00", several with a comma; days can be given their own. */
export function hours(everyDay: string, days: Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, string>> = {}): CallingWindow {
  const spans = (text: string) =>
    text
      .split(",")
      .filter((span) => span !== "")
      .map((span) => {
        const [opensAt = "", closesAt = ""] = span.split("-");
        return { opensAt, closesAt };
      });
  const day = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7) => spans(days[weekday] ?? everyDay);
  return { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) };
}

/** Zones, and a law that has neither hours nor demands (New Zealand's): what is judged is the house and the campaign. */
export const at = (...zones: string[]): Place => ({ zones, jurisdictions: ["NZ"], source: "explicit-zone" });

/** A place whose laws are known: `placeIn("America/New_York", "US", "US-FL")`. */
export const placeIn = (zone: string, ...jurisdictions: string[]): Place => ({
  zones: [zone],
  jurisdictions,
  source: "postal-code+number",
});

export const noHistory: CallHistory = {
  openAttempts: [],
  placed: [],
  inboundConversations: [],
  placedForContact: 0,
  doNotCall: [],
  consents: [],
  registers: [],
  stops: [],
};

export const terms = (changed: Partial<CampaignTerms> = {}): CampaignTerms => ({
  id: "campaign-1",
  state: "running",
  callingWindow: defaults.callingWindow,
  mostAttemptsPerContact: defaults.mostAttemptsPerContact,
  frequencyCaps: defaults.frequencyCaps,
  ringTimeoutSeconds: defaults.ringTimeoutSeconds,
  callKind: defaults.callKind,
  subject: defaults.subject,
  conditions: [],
  waivedRules: [],
  callerName: "Example Ltd",
  callbackNumber: "+12025550198",
  isAutomatic: true,
  ...changed,
});

/** Noon on a Wednesday in New York. */
export const NOON = local("America/New_York", "2026-11-18T12:00");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An attempt placed so many hours before `NOON`, about nothing known, that nobody answered. */
export const attempt = (hoursAgo: number, changed: Partial<PlacedAttempt> = {}): PlacedAttempt => ({
  attemptId: `attempt-${hoursAgo}`,
  phone: "+12025550100",
  campaignId: "campaign-1",
  placedAt: NOON - hoursAgo * HOUR_MS,
  endedAt: null,
  subject: null,
  debtId: null,
  outcomes: ["none"],
  ...changed,
});

/** An entry of the organisation for this very number, for ever. */
export const doNotCallEntry = (changed: Partial<DoNotCallEntry> = {}): DoNotCallEntry => ({
  id: "entry-1",
  target: "number",
  scope: "organisation",
  campaignId: null,
  reason: "asked",
  createdAt: utc("2026-01-01T00:00"),
  expiresAt: null,
  ...changed,
});

/** An express consent to everything, given so many days before `NOON`, for every number of the person. */
export const consent = (changed: Partial<ConsentRecord> & { daysAgo?: number } = {}): ConsentRecord => {
  const { daysAgo, ...rest } = changed;
  return {
    id: "consent-1",
    phone: null,
    basis: "express",
    callKinds: [],
    subject: null,
    obtainedAt: NOON - (daysAgo ?? 10) * DAY_MS,
    until: null,
    agreedTime: null,
    lastUsedAt: null,
    ...rest,
  };
};

/** The national register of the United States, as loaded so many days before `NOON`; the number is not on it. */
export const register = (changed: Partial<RegisterScrub> & { daysAgo?: number } = {}): RegisterScrub => {
  const { daysAgo, ...rest } = changed;
  return { register: "us-national", kind: "national", asOf: NOON - (daysAgo ?? 3) * DAY_MS, isListed: false, ...rest };
};

export const stop = (changed: Partial<EmergencyStop> = {}): EmergencyStop => ({
  id: "stop-1",
  scope: "everything",
  jurisdiction: null,
  campaignId: null,
  reason: "drill",
  createdAt: NOON - HOUR_MS,
  ...changed,
});

type Asked = {
  place?: Place;
  now?: number;
  phone?: string;
  kind?: CallQuestion["subject"]["kind"];
  subject?: Partial<CallSubject>;
  history?: Partial<CallHistory>;
  campaign?: Partial<CampaignTerms> | null;
};

/** A question that is answered with a call, unless something is changed: noon on a Wednesday in New York. */
export const question = (asked: Asked = {}): CallQuestion => ({
  subject: {
    contactId: "contact-1",
    personId: "person-1",
    phone: asked.phone ?? "+12025550100",
    kind: asked.kind ?? "list",
    numberType: "landline",
    postalCode: null,
    debtId: null,
    isAgentHeld: false,
    ...asked.subject,
  },
  place: asked.place ?? at("America/New_York"),
  history: { ...noHistory, ...asked.history },
  campaign: asked.campaign === null ? null : terms(asked.campaign),
  now: asked.now ?? NOON,
});
