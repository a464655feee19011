/** The last few things that happened to attempts, as one line each and without personal data. */
import { dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { LoggedAttempt } from "../../ports/attempt-log.ts";

export type Happening = { at: Instant; what: string };

/** "+44 ••• 042": enough to tell two calls apart, too little to call. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)} ••• ${phone.slice(-3)}`;

function lastOf(attempt: LoggedAttempt): Happening | undefined {
  const who = maskPhone(attempt.phone);
  if (attempt.closedAt !== null) {
    if (attempt.disposition === "not-placed") return undefined;
    const said = attempt.disposition === null ? "closed" : (dispositionOf(attempt.disposition)?.label ?? attempt.disposition);
    return { at: attempt.closedAt, what: `${who}  ${said}${attempt.note ? `, "${attempt.note}"` : ""}` };
  }
  if (attempt.abandonedAt !== null) return { at: attempt.abandonedAt, what: `${who}  answered, nobody was free` };
  if (attempt.callEndedAt !== null) return { at: attempt.callEndedAt, what: `${who}  call over, the agent writes` };
  if (attempt.connectedAt !== null) return { at: attempt.connectedAt, what: `${who}  joined to an agent` };
  if (attempt.answeredAt !== null) return { at: attempt.answeredAt, what: `${who}  answered` };
  if (attempt.ringingAt !== null) return { at: attempt.ringingAt, what: `${who}  ringing` };
  return undefined;
}

/** Newest first. Notes are shown only where `notes` allows it: those of simulated agents. */
export function happenings(attempts: readonly LoggedAttempt[], options: { notes: boolean }): Happening[] {
  return attempts
    .map((attempt) => lastOf(options.notes ? attempt : { ...attempt, note: null }))
    .filter((happening) => happening !== undefined)
    .sort((a, b) => b.at - a.at);
}
