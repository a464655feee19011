/**
 * Can the question be judged at all? Rules compare numbers and look zones up; a NaN, a negative count or a zone
 * that does not exist would slip through a comparison as "allowed". Such a question is refused before any rule sees it.
 */
import { zoneNamed } from "../contacts/tzdb.ts";
import type { Instant } from "../instant.ts";
import { CALL_KINDS } from "./call-kind.ts";
import { isReadableWindow } from "./calling-window.ts";
import type { ConsentRecord } from "./consent.ts";
import { type CallHistory, type CallQuestion, type CallSubject, type CampaignTerms, type FrequencyCap, NUMBER_TYPES } from "./decision.ts";

/** What is wrong, without personal data. */
export type ReadingFault = { field: string; found: string; expected: string };

/** 2020-01-01 and 2037-01-01, UTC: a clock outside has jumped, and the pinned time zone data ends in 2037. */
const EARLIEST: Instant = 1_577_836_800_000;
const LATEST: Instant = 2_114_380_800_000;
/** The longest that a campaign may set; the history holds 400 days (see CallHistory.placed). */
const MOST_CAP_HOURS = 720;
const E164 = /^\+[1-9]\d{6,14}$/;

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

const isZone = (name: unknown): boolean => typeof name === "string" && zoneNamed(name) !== undefined;

const anInstant = (field: string, found: unknown): ReadingFault => ({ field, found: String(found), expected: "an instant" });
const isInstant = (value: unknown): value is Instant => typeof value === "number" && Number.isFinite(value);
const isInstantOrNull = (value: unknown): boolean => value === null || isInstant(value);

function isReadableAgreement(agreed: ConsentRecord["agreedTime"]): boolean {
  if (agreed === null || agreed === "any") return true;
  return Array.isArray(agreed) && isInstant(agreed[0]) && isInstant(agreed[1]);
}

/** A consent that cannot be dated proves nothing, and nobody knows what else it was meant to say. */
function* faultsOfConsent(consent: ConsentRecord): Generator<ReadingFault> {
  const { obtainedAt, until, lastUsedAt, agreedTime } = consent;
  if (!isInstant(obtainedAt)) yield anInstant("history.consents.obtainedAt", obtainedAt);
  if (!isInstantOrNull(until)) yield anInstant("history.consents.until", until);
  if (!isInstantOrNull(lastUsedAt)) yield anInstant("history.consents.lastUsedAt", lastUsedAt);
  if (!isReadableAgreement(agreedTime))
    yield { field: "history.consents.agreedTime", found: String(agreedTime), expected: "any, two instants or nothing" };
}

function* faultsOfHistory(history: CallHistory): Generator<ReadingFault> {
  if (!isCount(history.placedForContact))
    yield { field: "history.placedForContact", found: String(history.placedForContact), expected: "a count of 0 or more" };
  for (const { placedAt, endedAt } of history.placed) {
    if (!isInstant(placedAt)) yield anInstant("history.placed.placedAt", placedAt);
    if (endedAt !== null && !isInstant(endedAt)) yield anInstant("history.placed.endedAt", endedAt);
  }
  for (const { at } of history.inboundConversations) if (!isInstant(at)) yield anInstant("history.inboundConversations.at", at);
  for (const { asOf } of history.registers) if (!isInstant(asOf)) yield anInstant("history.registers.asOf", asOf);
  for (const { createdAt } of history.stops) if (!isInstant(createdAt)) yield anInstant("history.stops.createdAt", createdAt);
  for (const consent of history.consents) yield* faultsOfConsent(consent);
}

function* faultsOfSubject({ phone, numberType }: CallSubject): Generator<ReadingFault> {
  if (!E164.test(phone)) yield { field: "subject.phone", found: "something else", expected: "a number in E.164" };
  if (!NUMBER_TYPES.includes(numberType)) yield { field: "subject.numberType", found: numberType, expected: NUMBER_TYPES.join(", ") };
}

const isReadableCap = ({ attempts, hours, per }: FrequencyCap): boolean =>
  isCount(attempts) && attempts > 0 && isCount(hours) && hours > 0 && hours <= MOST_CAP_HOURS && (per === "number" || per === "person");

function* faultsOfTerms(terms: CampaignTerms): Generator<ReadingFault> {
  if (!CALL_KINDS.includes(terms.callKind)) yield { field: "campaign.callKind", found: terms.callKind, expected: CALL_KINDS.join(", ") };
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
  faults.push(...faultsOfSubject(subject));
  for (const name of place.zones) if (!isZone(name)) faults.push({ field: "place.zones", found: name, expected: "an IANA time zone" });
  faults.push(...faultsOfHistory(history));
  if (campaign) faults.push(...faultsOfTerms(campaign));
  return faults;
}
