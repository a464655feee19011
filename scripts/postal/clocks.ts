/** Which clocks are at a point, by the names that the product uses. */
import { readCountry, zonesOfCountry } from "../../campaigns/contacts/country.ts";
import { regionNamed, regionsOf } from "../../campaigns/contacts/region.ts";
import { clockOf } from "../../campaigns/contacts/same-clock.ts";
import { zonesInTableOf } from "../../campaigns/contacts/tzdb.ts";

export type Point = { latitude: number; longitude: number };
type Find = (latitude: number, longitude: number) => string[];

/** Points on rings around `centre`, `kilometres` away. */
export function around(centre: Point, kilometres: readonly number[]): Point[] {
  const points = [centre];
  for (const distance of kilometres)
    for (let step = 0; step < 16; step += 1) {
      const angle = (step * Math.PI) / 8;
      const latitude = centre.latitude + (distance / 111.2) * Math.cos(angle);
      const longitude = centre.longitude + ((distance / 111.2) * Math.sin(angle)) / Math.cos((centre.latitude * Math.PI) / 180);
      points.push({ latitude, longitude });
    }
  return points;
}

/** The zones of a region ("US-FL") or country ("PW") by which its clocks are called. */
export const namesOf = (place: string): readonly string[] => {
  const [country = "", region] = place.split("-");
  return region === undefined ? zonesOfCountry(readCountry(country) ?? "") : (regionNamed(country, region)?.zones ?? []);
};

const ALL_NAMES = ["US", "CA"].flatMap((country) => [...zonesOfCountry(country), ...regionsOf(country).flatMap(({ zones }) => zones)]);

/** The name, of those given first, of the clock that `zone` keeps. */
function calledIn(names: readonly string[], zone: string): string | undefined {
  return names.includes(zone) ? zone : names.find((name) => clockOf(name) === clockOf(zone));
}

const LANDS: Readonly<Record<string, ReadonlySet<string>>> = {
  US: new Set(["US", "PR", "VI", "GU", "MP", "AS", "PW", "FM", "MH"].flatMap(zonesInTableOf)),
  CA: new Set(zonesInTableOf("CA")),
};

/** Zones at the points as the places call them; those of other countries and of the sea are left out. */
export function clocksAt(
  points: readonly Point[],
  { places, country, find }: { places: readonly string[]; country: "US" | "CA"; find: Find },
) {
  const own = places.flatMap(namesOf);
  const raw = new Set(points.flatMap(({ latitude, longitude }) => find(latitude, longitude)));
  const land = [...raw].filter((zone) => LANDS[country]?.has(zone));
  // Canadian codes never cross a provincial line, wide as their rings are: a neighbour's zone says nothing.
  const kept = country === "CA" ? land.filter((zone) => own.includes(zone) || !ALL_NAMES.includes(zone)) : land;
  return new Set(kept.map((zone) => calledIn(own, zone) ?? calledIn(ALL_NAMES, zone) ?? zone));
}
