/**
 * Writes the contact list of the demo, the same on every run:
 *
 *   npx tsx scripts/make-demo-list.ts > simulator/demo/contacts.csv
 *
 * Where the numbers come from is told in simulator/demo/README.md. The counts are such that at any hour of any week
 * at least sixty of the contacts may be called from 9 to 20 o'clock: the Marianas carry the hours between the
 * Americas' evening and Britain's morning. test/campaigns/compliance/demo-list.test.ts holds that.
 */

type Town = { country: string; region: string; postalCode: string; language: string; timeZone?: string };
type Block = {
  town: Town;
  count: number;
  /** The number with this place in the range; `range` numbers are reserved there. */
  phone: (index: number) => string;
  range: number;
};

const digits = (value: number, width: number): string => String(value).padStart(width, "0");
const northAmerica = (areaCode: number) => (index: number) => `+1${areaCode}55501${digits(index, 2)}`;
const last =
  (prefix: string, width: number, first = 0) =>
  (index: number) =>
    `${prefix}${digits(first + index, width)}`;

/** Area code, ISO region, postal code, how many. All states here have no Sunday ban of their own. */
const UNITED_STATES: readonly (readonly [number, string, string, number])[] = [
  [202, "DC", "20001", 6],
  [212, "NY", "10001", 8],
  [305, "FL", "33101", 6],
  [404, "GA", "30301", 6],
  [617, "MA", "02108", 6],
  [704, "NC", "28202", 4],
  [313, "MI", "48226", 4],
  [312, "IL", "60601", 8],
  [214, "TX", "75201", 6],
  [612, "MN", "55401", 4],
  [913, "KS", "66101", 4],
  [605, "SD", "57701", 3],
  [303, "CO", "80202", 6],
  [505, "NM", "87101", 4],
  [602, "AZ", "85003", 5],
  [928, "AZ", "86515", 3],
  [208, "ID", "83702", 3],
  [213, "CA", "90012", 8],
  [415, "CA", "94102", 6],
  [206, "WA", "98101", 5],
  [907, "AK", "99501", 6],
  [808, "HI", "96813", 16],
];

const CANADA: readonly (readonly [number, string, string, number, string])[] = [
  [416, "ON", "M5H 2N2", 8, "en"],
  [514, "QC", "H2Y 1C6", 6, "fr"],
  [204, "MB", "R3C 0V8", 4, "en"],
  [306, "SK", "S4P 3Y2", 3, "en"],
  [403, "AB", "T2P 2M5", 4, "en"],
  [604, "BC", "V6B 1A1", 5, "en"],
  [902, "NS", "B3J 3K5", 3, "en"],
  [709, "NL", "A1C 5M3", 4, "en"],
];

/** Ofcom's drama ranges: a thousand numbers each. */
const BRITAIN: readonly (readonly [string, string, number])[] = [
  ["+44207946", "SW1A 1AA", 14],
  ["+44113496", "LS1 1UR", 8],
  ["+44114496", "S1 2HH", 6],
  ["+44117496", "BS1 5TR", 8],
  ["+44121496", "B1 1BB", 8],
  ["+44131496", "EH1 1YZ", 8],
  ["+44141496", "G2 1DU", 6],
  ["+44151496", "L1 8JQ", 8],
  ["+44161496", "M2 5DB", 8],
  ["+44292018", "CF10 4UW", 6],
];

/** Of the mobiles that the ACMA keeps free. */
const AUSTRALIAN_MOBILES = ["0006", "0156", "0157", "0158", "0159", "0110", "0313", "0737", "1266", "1491", "1804", "2549", "2665", "2983"];

const BLOCKS: readonly Block[] = [
  ...UNITED_STATES.map(
    ([areaCode, region, postalCode, count]): Block => ({
      town: { country: "US", region, postalCode, language: areaCode % 3 === 0 ? "es" : "en" },
      count,
      phone: northAmerica(areaCode),
      range: 100,
    }),
  ),
  { town: { country: "GU", region: "", postalCode: "96910", language: "en" }, count: 44, phone: northAmerica(671), range: 100 },
  { town: { country: "MP", region: "", postalCode: "96950", language: "en" }, count: 30, phone: northAmerica(670), range: 100 },
  { town: { country: "AS", region: "", postalCode: "96799", language: "en" }, count: 10, phone: northAmerica(684), range: 100 },
  { town: { country: "PR", region: "", postalCode: "00901", language: "es" }, count: 8, phone: northAmerica(787), range: 100 },
  ...CANADA.map(
    ([areaCode, region, postalCode, count, language]): Block => ({
      town: { country: "CA", region, postalCode, language },
      count,
      phone: northAmerica(areaCode),
      range: 100,
    }),
  ),
  ...BRITAIN.map(
    ([prefix, postalCode, count]): Block => ({
      town: { country: "GB", region: "", postalCode, language: "en" },
      count,
      phone: last(`${prefix}0`, 3),
      range: 1_000,
    }),
  ),
  { town: { country: "DE", region: "BE", postalCode: "10115", language: "de" }, count: 6, phone: last("+493023125", 3), range: 1_000 },
  { town: { country: "DE", region: "BY", postalCode: "80331", language: "de" }, count: 4, phone: last("+498999998", 3), range: 1_000 },
  { town: { country: "SE", region: "AB", postalCode: "111 20", language: "sv" }, count: 4, phone: last("+468465004", 2), range: 100 },
  { town: { country: "SE", region: "O", postalCode: "411 03", language: "sv" }, count: 4, phone: last("+46313900", 3, 600), range: 100 },
  { town: { country: "FR", region: "", postalCode: "75001", language: "fr" }, count: 6, phone: last("+33199000", 3), range: 1_000 },
  { town: { country: "AU", region: "NSW", postalCode: "2000", language: "en" }, count: 8, phone: last("+6125550", 4), range: 1_000 },
  { town: { country: "AU", region: "VIC", postalCode: "3000", language: "en" }, count: 6, phone: last("+6135550", 4), range: 1_000 },
  { town: { country: "AU", region: "SA", postalCode: "5000", language: "en" }, count: 4, phone: last("+6185550", 4), range: 1_000 },
  {
    // A mobile may be anywhere on the mainland; the person has told us where.
    town: { country: "AU", region: "WA", postalCode: "6000", language: "en", timeZone: "Australia/Perth" },
    count: 7,
    phone: (index) => `+6149157${AUSTRALIAN_MOBILES[index] ?? ""}`,
    range: AUSTRALIAN_MOBILES.length,
  },
];

const GIVEN_NAMES = (
  "Ada Amara Anders Aiko Beatriz Bruno Carla Cedric Dalia Dmitri Elena Elias Farah Felix Greta Gideon Hana Hugo Ines Ivo " +
  "Jasmin Jonas Kira Kofi Leila Lorenzo Maite Milan Nadia Noel Olive Oskar Paloma Pavel Quinn Rosa Rafael Saskia Silas Tamsin " +
  "Theo Uma Ulrich Vera Viktor Wanda Wim Ximena Yara Yusuf Zelda Zeno"
).split(" ");
const FAMILY_NAMES = (
  "Ashgrove Bellweather Brightwater Castellane Copperfield Dunmore Eastwick Fairweather Fenwright Goldacre Greenbough Hallowell " +
  "Hartfield Inglewood Ivorstone Juniper Kestrel Kingfisher Larkspur Lindqvale Marlowe Meadowes Nightingale Northbrook Oakhurst " +
  "Orchard Pemberly Pinecroft Quillfeather Ravenscar Rosewater Silverlake Stonebridge Thistlewood Underhill Vantongeren Vinterberg " +
  "Westerly Whitcombe Wrenfield Yarrow Zephyrine"
).split(" ");

const HEADER = "first_name,last_name,phone,phone2,country,region,postal_code,time_zone,language,external_id,priority";

/** The two lists of names have no common divisor, so that no pair comes twice among the first two thousand. */
function nameOf(index: number): string {
  const given = GIVEN_NAMES[index % GIVEN_NAMES.length];
  const family = FAMILY_NAMES[(index + Math.floor(index / GIVEN_NAMES.length)) % FAMILY_NAMES.length];
  return `${given},${family}`;
}

function rowOf({ town, phone, count, range }: Block, index: number, serial: number): string {
  // Every fourth has a second number, from the far end of the same range.
  const second = serial % 4 === 0 && count + index < range ? phone(count + index) : "";
  const priority = serial % 10 === 0 ? 5 : 0;
  const place = [town.country, town.region, town.postalCode, town.timeZone ?? "", town.language];
  return [nameOf(serial), phone(index), second, ...place, `DEMO-${digits(serial + 1, 4)}`, priority].join(",");
}

/** The list as one block after another, shuffled in a fixed way so that an import shows all places from the first rows on. */
export function demoList(): string {
  let serial = 0;
  const rows = BLOCKS.flatMap((block) => Array.from({ length: block.count }, (_, index) => rowOf(block, index, serial++)));
  // 97 has no common divisor with the number of rows, so each row comes exactly once.
  if (rows.length % 97 === 0) throw new Error(`rows: found ${rows.length}, expected a number that 97 does not divide`);
  const shuffled = rows.map((_, index) => rows[(index * 97) % rows.length]);
  return `${[HEADER, ...shuffled].join("\n")}\n`;
}

if (import.meta.url === `file://${process.argv[1]}`) process.stdout.write(demoList());
