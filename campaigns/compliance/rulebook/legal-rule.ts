/**
 * One rule set of one jurisdiction, as the law has it: what a page of the rulebook is written in.
 *
 * Several rules may hold for a call (a state's and the federal ones, those for live calls and those for recordings).
 * They intersect: a call is allowed only at an hour that all of them allow, the tightest cap counts, the youngest
 * scrub and the longest retention.
 *
 * A law that changes is a new rule with its own dates; the old one stays for its time.
 */
import type { Purpose } from "../call-kind.ts";
import type { Condition } from "../condition.ts";

/** Wall-clock spans at the called person's place, "08:00" to "21:00" or to "24:00", end exclusive. */
export type Spans = readonly (readonly [opensAt: string, closesAt: string])[];

/**
 *   unrestricted  looked for, and this law has no hours (other rules still hold)
 *   banned        no call on such a day
 *   same          as on a weekday; for holidays: as that very day has it, so that a holiday on a banned Sunday stays banned
 */
export type Hours = "unrestricted" | "banned" | Spans;

export type WeekHours = { weekday: Hours; saturday: Hours | "same"; sunday: Hours | "same"; holiday: Hours | "same" };

/** What the count is about. Attempts whose subject or debt is not known count as being about the same one. */
export type About = "anything" | "same-subject" | "same-debt";

/** Most attempts in a span that rolls. Every attempt counts, answered or not, from every caller id, callbacks included. */
export type LegalCap = {
  /** person: over all numbers of the person. */
  per: "number" | "person";
  about: About;
  attempts: number;
  hours: number;
  /** The law's own words for what is counted, shortened. */
  scope: string;
  /** The cap holds only when this is so (3 a week for healthcare messages); undefined: always. */
  when?: Condition;
};

/** No call for so long after something happened. */
export type CoolDown = {
  /**
   *   conversation         a person was spoken to, whoever called whom
   *   refusal              the person said no
   *   abandoned            a person answered and heard the abandon message
   *   machine              a machine was detected
   *   hung-up              the person ended the call
   *   do-not-call-request  the person asked not to be called
   */
  after: "conversation" | "refusal" | "abandoned" | "machine" | "hung-up" | "do-not-call-request";
  per: "number" | "person";
  about: About;
  hours: number;
  scope: string;
  /** An agent who is held for this very call lifts it. */
  unlessAgentHeld?: boolean;
};

export type LegalAbandonment = {
  /** Abandoned ÷ denominator, 0 to 1; null: no figure in the law. */
  mostShare: number | null;
  /**
   *   30-days  successive periods of 30 days from the campaign's start, or the whole of a shorter campaign
   *   day      midnight to midnight at the called place
   *   month    the calendar month
   */
  window: "30-days" | "day" | "month" | null;
  denominator: "live-answers";
  /** Seconds within which an agent must be on the line. */
  connectWithinSeconds: number;
  /** From when they count. */
  countedFrom: "end-of-greeting" | "start-of-speech";
  /** What the abandoned person must hear; null: nothing is demanded. */
  message: {
    mustName: readonly ("caller" | "callback-number" | "purpose-telemarketing" | "opt-out-number" | "opt-out-key")[];
    /** May it say more than that? Nowhere anything that sells. */
    text: string;
  } | null;
  scope: string;
};

export type ConsentDemand = {
  level: "express" | "written";
  /** Purposes (of those that the rule covers) for which it is demanded. */
  for: readonly Purpose[];
  /** Demanded only when a machine chooses and dials the number. */
  onlyIfAutomatic?: boolean;
  /** How long it lives, in days from when it was given; null: until it is withdrawn. */
  lifeDays: number | null;
  /** The life starts again each time that the consent is used (Germany). */
  renewsOnUse?: boolean;
  text: string;
};

/** Which parts of the rule a condition lifts. "everything" is the rule as a whole. */
export type Lifts = "hours" | "holidays" | "caps" | "consent" | "register" | "number-type" | "everything";

export type Exemption = {
  /** null: told for the reader, lifts nothing here. */
  when: Condition | null;
  lifts: readonly Lifts[];
  /** For relationships (purchase, inquiry, customer…): how long ago at most, in days. */
  withinDays?: number;
  text: string;
};

export type Source = { citation: string; address: string | null };

export type LegalRule = {
  /** Stable: "us-fl". A later law of the same place has an id of its own: "us-pa-2026". */
  id: string;
  /** The id of the rule that this one took the place of: that one ended on the day before this one began. */
  replaces?: string;
  /** ISO 3166-1 country or 3166-2 region. */
  jurisdiction: string;
  name: string;
  covers: readonly Purpose[];
  /** Rules of the country above that hold beside this one. They are found by jurisdiction; this says it to the reader. */
  inherits: readonly string[];
  /** First day, local; null: before anybody who asks was calling. */
  effectiveFrom: string | null;
  /** Last day, local, inclusive; null: still in force. */
  effectiveTo: string | null;
  /** What is known about the dates beyond that. */
  datesNote?: string;
  hours: WeekHours;
  /**
   * The clock on which the hours are read, when it is not that of the called place.
   * also: on both, and both must be open. instead: on this one alone.
   */
  clock?: { zone: string; counts: "also" | "instead" };
  /** Calendar of holidays/calendars.ts; null: the law knows no holidays. */
  holidays: string | null;
  /** The rule holds for a part of the jurisdiction: postal codes that begin so. Unknown postal code: it holds. */
  onlyIn?: { postalPrefixes: readonly string[] };
  caps: readonly LegalCap[];
  coolDowns: readonly CoolDown[];
  abandonment: LegalAbandonment | null;
  /** Least seconds and most rings before a call that nobody answers is ended. */
  ring?: { leastSeconds?: number; mostRings?: number };
  /** No unsolicited calls to such numbers, unless the condition holds. */
  numberTypeBan?: { type: "mobile"; unless: readonly Condition[]; text: string };
  consent: ConsentDemand | null;
  /** What the caller must do with the number shown, in plain words. */
  callerId: readonly string[];
  /** What the agent or the recording must say or do, in plain words. */
  duties: readonly string[];
  /** Years for which records must be kept; null: this law names none. */
  retentionYears: number | null;
  /** The do-not-call register that must be asked, and how old the answer may be. */
  scrub: { register: string; mostAgeDays: number } | null;
  /** Calls stop while an emergency is declared: see stops. */
  emergencyBan?: string;
  /** Most minutes a day that a machine may dial one person. */
  autodialMinutesPerDay?: number;
  exemptions: readonly Exemption[];
  /** The law itself, shortest form: "Fla. Stat. 501.059". */
  citation: string;
  sources: readonly Source[];
  confidence: "high" | "medium" | "low";
  /** What is uncertain, and which reading is applied. */
  notes: readonly string[];
  /** Day on which the sources were read. */
  readOn: string;
};
