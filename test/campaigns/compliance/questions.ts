/** Questions to the gate that say only what the test is about. */
import { DateTime } from "luxon";
import { type CallingWindow, campaignSettingsSchema } from "../../../campaigns/campaign.ts";
import type { CallHistory, CallQuestion, CampaignTerms, Place } from "../../../campaigns/compliance/decision.ts";
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

export const at = (...zones: string[]): Place => ({ zones, jurisdictions: [], source: "explicit-zone" });

export const noHistory: CallHistory = { openAttempts: [], placed: [], placedForContact: 0, doNotCall: [] };

export const terms = (changed: Partial<CampaignTerms> = {}): CampaignTerms => ({
  id: "campaign-1",
  state: "running",
  callingWindow: defaults.callingWindow,
  mostAttemptsPerContact: defaults.mostAttemptsPerContact,
  frequencyCaps: defaults.frequencyCaps,
  ringTimeoutSeconds: defaults.ringTimeoutSeconds,
  ...changed,
});

type Asked = {
  place?: Place;
  now?: number;
  phone?: string;
  kind?: CallQuestion["subject"]["kind"];
  history?: Partial<CallHistory>;
  campaign?: Partial<CampaignTerms> | null;
};

/** A question that is answered with a call, unless something is changed: noon on a Wednesday in New York. */
export const question = (asked: Asked = {}): CallQuestion => ({
  subject: { contactId: "contact-1", personId: "person-1", phone: asked.phone ?? "+12025550100", kind: asked.kind ?? "list" },
  place: asked.place ?? at("America/New_York"),
  history: { ...noHistory, ...asked.history },
  campaign: asked.campaign === null ? null : terms(asked.campaign),
  now: asked.now ?? local("America/New_York", "2026-11-18T12:00"),
});
