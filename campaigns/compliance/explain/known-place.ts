/** Places of queries. A batch asks about the same few thousand again and again. */
import { type PlaceEvidence, placeOf } from "../../contacts/place.ts";
import type { Place } from "../decision.ts";

const MOST_REMEMBERED = 20_000;

/** By the key of the place: the same place is the same frozen object. */
const PLACES = new Map<string, Place>();
/** By what was asked. */
const ASKED = new Map<string, Place>();

function remember(places: Map<string, Place>, key: string, place: Place): Place {
  if (places.size >= MOST_REMEMBERED) places.clear();
  places.set(key, place);
  return place;
}

function oneAndTheSame(evidence: PlaceEvidence): Place {
  const { key, zones, jurisdictions, source } = placeOf(evidence);
  return (
    PLACES.get(key) ??
    remember(PLACES, key, Object.freeze({ zones: Object.freeze([...zones]), jurisdictions: Object.freeze([...jurisdictions]), source }))
  );
}

/** `placeOf`, zones and jurisdictions in the order of the alphabet. */
export function knownPlace(evidence: PlaceEvidence): Place {
  const { phone, country, region, postalCode, timeZone } = evidence;
  // Of a number of North America nothing but the area code says where it is.
  if (!/^\+1\d{10}$/.test(phone)) return oneAndTheSame(evidence);
  const key = `${phone.slice(2, 5)}|${country ?? ""}|${region ?? ""}|${postalCode ?? ""}|${timeZone ?? ""}`;
  return ASKED.get(key) ?? remember(ASKED, key, oneAndTheSame(evidence));
}
