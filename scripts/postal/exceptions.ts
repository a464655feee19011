/** What no map says: codes that cross a state line, and places that keep their neighbours' clock by custom. */

/**
 * ZIP codes whose area lies in two states. Source: the Census Bureau's relationship file of ZIP code tabulation areas
 * and places (zcta_place_rel_10.txt, 2010), thirteen areas with places in two states; read on 2026-11-21.
 */
export const ZIPS_OF_TWO_STATES: Readonly<Record<string, readonly string[]>> = {
  "02861": ["MA", "RI"],
  "42223": ["KY", "TN"],
  "59221": ["MT", "ND"],
  "63673": ["IL", "MO"],
  "71749": ["AR", "LA"],
  "73949": ["OK", "TX"],
  "81137": ["CO", "NM"],
  "84536": ["AZ", "UT"],
  "86044": ["AZ", "UT"],
  "86515": ["AZ", "NM"],
  "88063": ["NM", "TX"],
  "89439": ["CA", "NV"],
  "97635": ["CA", "OR"],
};

type Custom = { codes: string; zone: string };

/** A clock beside those of the map, for codes that begin so. Source: comments of tzdb's file northamerica, 2026f. */
export const CLOCKS_BY_CUSTOM: readonly Custom[] = [
  // The Navajo Nation changes its clocks, Arizona and the Hopi inside the Navajo Nation do not.
  { codes: "860 865", zone: "America/Denver" },
  { codes: "860 865", zone: "America/Phoenix" },
  // Phenix City, Smiths Station, Lanett, Valley and their neighbours live by Columbus in Georgia.
  { codes: "36851 36854 36855 36856 36858 36859 36862 36863 36867 36868 36869 36870 36871 36874 36875 36877", zone: "America/New_York" },
  // The map has that custom; the clock of the law is Central.
  { codes: "36851 36854 36855 36856 36858 36859 36862 36863 36867 36868 36869 36870 36871 36874 36875 36877", zone: "America/Chicago" },
  // West Wendover by law, Jackpot by custom.
  { codes: "89825 89883", zone: "America/Denver" },
  // Kenton.
  { codes: "73946", zone: "America/Denver" },
  // Hyder lives by Stewart in British Columbia.
  { codes: "99923", zone: "America/Los_Angeles" },

  // Newfoundland's and Labrador's shores of the Strait of Belle Isle and the mail routes over it.
  { codes: "A0K A0P A0R", zone: "America/St_Johns" },
  { codes: "A0K A0P A0R A2V", zone: "America/Goose_Bay" },
  // The Magdalen Islands; Listuguj, by custom; the Lower North Shore from Natashquan on, and Blanc-Sablon.
  { codes: "G0C G0G G4T", zone: "America/Halifax" },
  { codes: "G0G", zone: "America/Blanc-Sablon" },
  // North-west Ontario, and the places there that never change their clocks.
  { codes: "P0T P0V P0W P0X P8N P8T P9A P9N", zone: "America/Winnipeg" },
  { codes: "P0T P0V P0W P0X", zone: "America/Atikokan" },
  { codes: "P0M P0T P0V P0W", zone: "America/Toronto" },
  // Lloydminster; Creighton and Denare Beach live by Flin Flon in Manitoba.
  { codes: "S9V S0M", zone: "America/Edmonton" },
  { codes: "S0P", zone: "America/Winnipeg" },
  // The Kootenays and the Peace River country.
  { codes: "V0A V0B V1A V1C", zone: "America/Edmonton" },
  { codes: "V0B V0G", zone: "America/Creston" },
  { codes: "V0C", zone: "America/Fort_Nelson" },
  { codes: "V0C V0N", zone: "America/Vancouver" },
  { codes: "V0C V0J V1G V1J", zone: "America/Dawson_Creek" },
  // Resolute; Coral Harbour; the west of Kitikmeot.
  { codes: "X0A", zone: "America/Resolute" },
  { codes: "X0C", zone: "America/Atikokan" },
  { codes: "X0B", zone: "America/Cambridge_Bay" },
  { codes: "X0B", zone: "America/Rankin_Inlet" },
  { codes: "X0E X0G X1A", zone: "America/Edmonton" },
  { codes: "X0E X0G", zone: "America/Inuvik" },
];
