/**
 * Counting attempts in a span that rolls: an attempt counts until that many hours have gone by since it was placed,
 * answered or not, whatever campaign placed it and whatever number was shown. One that a faster clock placed in the
 * future counts too. An attempt of which nobody knows what it was about counts as being about the same.
 */
import { HOUR_MS, type Instant } from "../instant.ts";
import type { CallQuestion, CampaignTerms } from "./decision.ts";
import type { About } from "./rulebook/legal-rule.ts";

export type Asked = Pick<CallQuestion, "subject" | "history" | "now"> & { campaign: Pick<CampaignTerms, "subject"> | null };

/** Which attempts a limit counts, and how many of them it allows. */
export type AttemptLimit = { per: "number" | "person"; about: About; attempts: number; hours: number };

const mayBeTheSame = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

/** Is it about what this call is about, or may it be? */
export function isAboutTheSame(about: About, event: { subject: string | null; debtId: string | null }, asked: Asked): boolean {
  if (about === "anything") return true;
  return about === "same-debt"
    ? mayBeTheSame(event.debtId, asked.subject.debtId)
    : mayBeTheSame(event.subject, asked.campaign?.subject ?? null);
}

/** When the attempts that count at `now` were placed, in no order. */
function countedAt({ per, about, hours }: AttemptLimit, asked: Asked): Instant[] {
  const since = asked.now - hours * HOUR_MS;
  const counted: Instant[] = [];
  for (const attempt of asked.history.placed)
    if (attempt.placedAt > since && (per === "person" || attempt.phone === asked.subject.phone) && isAboutTheSame(about, attempt, asked))
      counted.push(attempt.placedAt);
  return counted;
}

/** How many attempts count against the limit at `now`. */
export const attemptsCounted = (limit: AttemptLimit, asked: Asked): number => countedAt(limit, asked).length;

/** The first instant at or after `now` at which the limit allows one more attempt. */
export function limitAllowsAt(limit: AttemptLimit, asked: Asked): Instant {
  const counted = countedAt(limit, asked);
  if (counted.length < limit.attempts) return asked.now;
  counted.sort((one, other) => other - one);
  // One place is free again once the oldest of the latest `attempts` has left the span.
  const oldest = counted[limit.attempts - 1] ?? asked.now;
  return oldest + limit.hours * HOUR_MS;
}
