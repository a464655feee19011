/**
 * Can the question be judged at all? Rules compare numbers and look zones up; a NaN, a negative count or a zone
 * that does not exist would slip through a comparison as "allowed". Such a question is refused before any rule sees it.
 */
import { zoneNamed } from "../contacts/tzdb.ts";
import type { Instant } from "../instant.ts";
import { isReadableWindow } from "./calling-window.ts";
import type { CallHistory, CallQuestion, CampaignTerms, FrequencyCap } from "./decision.ts";

/** What is wrong, without personal data. */
export type ReadingFault = { field: string; found: string; expected: string };

/** 2020-01-01 and 2037-01-01, UTC: a clock outside has jumped, and the pinned time zone data ends in 2037. */
const EARLIEST: Instant = 1_577_836_800_000;
const LATEST: Instant = 2_114_380_800_000;
/** The history holds 30 days (see CallHistory.placed), so a longer span cannot be counted. */
const MOST_CAP_HOURS = 720;
const E164 = /^\+[1-9]\d{6,14}$/;

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

const isZone = (name: unknown): boolean => typeof name === "string" && zoneNamed(name) !== undefined;

function* faultsOfHistory(history: CallHistory): Generator<ReadingFault> {
  if (!isCount(history.placedForContact))
    yield { field: "history.placedForContact", found: String(history.placedForContact), expected: "a count of 0 or more" };
  for (const { placedAt } of history.placed)
    if (!Number.isFinite(placedAt)) yield { field: "history.placed.placedAt", found: String(placedAt), expected: "an instant" };
}

const isReadableCap = ({ attempts, hours, per }: FrequencyCap): boolean =>
  isCount(attempts) && attempts > 0 && isCount(hours) && hours > 0 && hours <= MOST_CAP_HOURS && (per === "number" || per === "person");

function* faultsOfTerms(terms: CampaignTerms): Generator<ReadingFault> {
  if (!isReadableWindow(terms.callingWindow))
    yield { field: "campaign.callingWindow", found: "something else", expected: "spans of local time for each of the seven weekdays" };
  if (!isCount(terms.mostAttemptsPerContact))
    yield { field: "campaign.mostAttemptsPerContact", found: String(terms.mostAttemptsPerContact), expected: "a count of 0 or more" };
  if (!Number.isFinite(terms.ringTimeoutSeconds) || terms.ringTimeoutSeconds < 0)
    yield { field: "campaign.ringTimeoutSeconds", found: String(terms.ringTimeoutSeconds), expected: "seconds, 0 or more" };
  if (!terms.frequencyCaps.every(isReadableCap))
    yield {
      field: "campaign.frequencyCaps",
      found: JSON.stringify(terms.frequencyCaps),
      expected: `caps per number or person of at least 1 attempt in 1 to ${MOST_CAP_HOURS} hours`,
    };
}

/** Everything that makes the question unreadable; nothing when it can be judged. */
export function readingFaults(question: CallQuestion): ReadingFault[] {
  const { now, place, subject, history, campaign } = question;
  const faults: ReadingFault[] = [];
  if (!(now >= EARLIEST && now < LATEST)) faults.push({ field: "now", found: String(now), expected: "an instant from 2020 to 2036" });
  if (!E164.test(subject.phone)) faults.push({ field: "subject.phone", found: "something else", expected: "a number in E.164" });
  for (const name of place.zones) if (!isZone(name)) faults.push({ field: "place.zones", found: name, expected: "an IANA time zone" });
  faults.push(...faultsOfHistory(history));
  if (campaign) faults.push(...faultsOfTerms(campaign));
  return faults;
}
