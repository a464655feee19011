/**
 * Every area code of the North American Numbering Plan (+1) in service: whose it is and all the clocks in it.
 *
 * Source: the area code assignments that the North American Numbering Plan Administrator publishes (nanpa.com,
 * "NPA database" and planning letters), as known on 2026-11-21, with the states cross-checked on that day against
 * libphonenumber's geocoding data 9.0.x. Zones: tzdb 2026f. 357, 436, 457, 465, 471, 483, 621, 624, 679, 729, 837,
 * 861 and 924 are in service although libphonenumber rejects all their numbers, hence this table of our own.
 *
 * A code that straddles two clocks has both, one that is straddled by custom only as well (Phenix City, Alabama),
 * and an overlay has every clock of the code that it overlays. Zones that keep the same clock today stand once.
 */

export type AreaCode = {
  /** ISO 3166-1. */
  country: string;
  /** ISO 3166-2; several when the code serves several, none in the small countries. */
  regions: readonly string[];
  zones: readonly string[];
};

const EASTERN = "America/New_York";
const CENTRAL = "America/Chicago";
const MOUNTAIN = "America/Denver";
const PACIFIC = "America/Los_Angeles";
const BOISE = "America/Boise";
const INDIANA = "America/Indiana/Indianapolis";
const DETROIT = "America/Detroit";
const PHOENIX = "America/Phoenix";
const ATLANTIC = "America/Halifax";
const TORONTO = "America/Toronto";
const WINNIPEG = "America/Winnipeg";
const REGINA = "America/Regina";
const EDMONTON = "America/Edmonton";
const VANCOUVER = "America/Vancouver";
const BRITISH_COLUMBIA = [VANCOUVER, "America/Fort_Nelson", "America/Dawson_Creek", "America/Creston", EDMONTON];
const TERRITORIES = [
  "America/Whitehorse",
  EDMONTON,
  "America/Inuvik",
  "America/Cambridge_Bay",
  "America/Rankin_Inlet",
  "America/Resolute",
  "America/Iqaluit",
  // Coral Harbour.
  "America/Atikokan",
];

type Row = readonly [regions: string, zones: string | readonly string[], codes: string];

const ROWS: readonly Row[] = [
  ["US-AL", CENTRAL, "205 251 256 659 938"],
  // Phenix City, Lanett and Valley keep Eastern time by custom.
  ["US-AL", [CENTRAL, EASTERN], "334 483"],
  ["US-AK", ["America/Anchorage", "America/Adak"], "907"],
  ["US-AZ", PHOENIX, "480 520 602 623"],
  // The Navajo Nation changes its clocks, the rest of Arizona does not.
  ["US-AZ", [PHOENIX, MOUNTAIN], "928"],
  ["US-AR", CENTRAL, "327 479 501 870"],
  [
    "US-CA",
    PACIFIC,
    "209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951",
  ],
  ["US-CO", MOUNTAIN, "303 719 720 748 970 983"],
  ["US-CT", EASTERN, "203 475 860 959"],
  ["US-DE", EASTERN, "302"],
  ["US-DC", EASTERN, "202 771"],
  ["US-FL", EASTERN, "239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954"],
  ["US-FL", [EASTERN, CENTRAL], "448 850"],
  ["US-GA", EASTERN, "229 404 470 478 678 706 762 770 912 943"],
  ["US-HI", "Pacific/Honolulu", "808"],
  ["US-ID", [BOISE, PACIFIC], "208 986"],
  ["US-IL", CENTRAL, "217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872"],
  ["US-IN", INDIANA, "260 317 463 765"],
  ["US-IN", [INDIANA, CENTRAL], "219 574 812 930"],
  ["US-IA", CENTRAL, "319 515 563 641 712"],
  ["US-KS", CENTRAL, "316 913"],
  ["US-KS", [CENTRAL, MOUNTAIN], "620 785"],
  ["US-KY", EASTERN, "502 859"],
  ["US-KY", [EASTERN, CENTRAL], "270 364 606"],
  ["US-LA", CENTRAL, "225 318 337 457 504 985"],
  ["US-ME", EASTERN, "207"],
  ["US-MD", EASTERN, "227 240 301 410 443 667"],
  ["US-MA", EASTERN, "339 351 413 508 617 774 781 857 978"],
  ["US-MI", DETROIT, "231 248 269 313 517 586 616 679 734 810 947 989"],
  ["US-MI", [DETROIT, CENTRAL], "906"],
  ["US-MN", CENTRAL, "218 320 507 612 651 763 924 952"],
  ["US-MS", CENTRAL, "228 471 601 662 769"],
  ["US-MO", CENTRAL, "235 314 417 557 573 636 660 816 975"],
  ["US-MT", MOUNTAIN, "406"],
  ["US-NE", CENTRAL, "402 531"],
  ["US-NE", [CENTRAL, MOUNTAIN], "308"],
  ["US-NV", PACIFIC, "702 725"],
  // West Wendover keeps Mountain time.
  ["US-NV", [PACIFIC, MOUNTAIN], "775"],
  ["US-NH", EASTERN, "603"],
  ["US-NJ", EASTERN, "201 551 609 640 732 848 856 862 908 973"],
  ["US-NM", MOUNTAIN, "505 575"],
  ["US-NY", EASTERN, "212 315 329 332 347 363 465 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934"],
  ["US-NC", EASTERN, "252 336 472 704 743 828 910 919 980 984"],
  ["US-ND", [CENTRAL, MOUNTAIN], "701"],
  ["US-OH", EASTERN, "216 220 234 283 326 330 380 419 436 440 513 567 614 740 937"],
  ["US-OK", CENTRAL, "405 539 572 580 918"],
  ["US-OR", PACIFIC, "503 971"],
  ["US-OR", [PACIFIC, BOISE], "458 541"],
  ["US-PA", EASTERN, "215 223 267 272 412 445 484 570 582 610 717 724 814 835 878"],
  ["US-RI", EASTERN, "401"],
  ["US-SC", EASTERN, "803 821 839 843 854 864"],
  ["US-SD", [CENTRAL, MOUNTAIN], "605"],
  ["US-TN", CENTRAL, "615 629 731 901"],
  ["US-TN", EASTERN, "865"],
  ["US-TN", [CENTRAL, EASTERN], "423 729 931"],
  ["US-TX", CENTRAL, "210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979"],
  ["US-TX", [MOUNTAIN, CENTRAL], "915"],
  ["US-UT", MOUNTAIN, "385 435 801"],
  ["US-VT", EASTERN, "802"],
  ["US-VA", EASTERN, "276 434 540 571 686 703 757 804 826 948"],
  ["US-WA", PACIFIC, "206 253 360 425 509 564"],
  ["US-WV", EASTERN, "304 681"],
  ["US-WI", CENTRAL, "262 274 353 414 534 608 715 920"],
  ["US-WY", MOUNTAIN, "307"],
  ["US-AS", "Pacific/Pago_Pago", "684"],
  ["US-GU", "Pacific/Guam", "671"],
  ["US-MP", "Pacific/Saipan", "670"],
  ["US-PR", "America/Puerto_Rico", "787 939"],
  ["US-VI", "America/St_Thomas", "340"],

  ["CA-AB", EDMONTON, "368 403 587 780 825"],
  ["CA-BC", VANCOUVER, "604"],
  // The Peace River and Kootenay districts keep clocks of their own; 236, 257, 672 and 778 lie over 250 and 604 alike.
  ["CA-BC", BRITISH_COLUMBIA, "236 250 257 672 778"],
  ["CA-MB", WINNIPEG, "204 431 584"],
  ["CA-NB", "America/Moncton", "428 506"],
  ["CA-NL", ["America/St_Johns", "America/Goose_Bay"], "709 879"],
  ["CA-NS CA-PE", ATLANTIC, "782 902"],
  ["CA-ON", TORONTO, "226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942"],
  ["CA-ON", [TORONTO, WINNIPEG, "America/Atikokan"], "807"],
  ["CA-QC", TORONTO, "263 354 438 450 468 514 579 819 873"],
  // The Magdalen Islands keep Atlantic time, Blanc-Sablon the same without daylight saving.
  ["CA-QC", [TORONTO, ATLANTIC, "America/Blanc-Sablon"], "367 418 581"],
  // Lloydminster keeps Alberta's clock.
  // Lloydminster keeps Alberta's clock, Creighton and Denare Beach Manitoba's.
  ["CA-SK", [REGINA, EDMONTON, WINNIPEG], "306 474 639"],
  ["CA-NT CA-NU CA-YT", TERRITORIES, "867"],

  ["AG", "America/Antigua", "268"],
  ["AI", "America/Anguilla", "264"],
  ["BB", "America/Barbados", "246"],
  ["BM", "Atlantic/Bermuda", "441"],
  ["BS", "America/Nassau", "242"],
  ["DM", "America/Dominica", "767"],
  ["DO", "America/Santo_Domingo", "809 829 849"],
  ["GD", "America/Grenada", "473"],
  ["JM", "America/Jamaica", "658 876"],
  ["KN", "America/St_Kitts", "869"],
  ["KY", "America/Cayman", "345"],
  ["LC", "America/St_Lucia", "758"],
  ["MS", "America/Montserrat", "664"],
  ["SX", "America/Lower_Princes", "721"],
  ["TC", "America/Grand_Turk", "649"],
  ["TT", "America/Port_of_Spain", "868"],
  ["VC", "America/St_Vincent", "784"],
  ["VG", "America/Tortola", "284"],
];

const AREA_CODES = new Map<string, AreaCode>();
for (const [places, zones, codes] of ROWS) {
  const names = places.split(" ");
  const entry: AreaCode = {
    country: (names[0] ?? "").slice(0, 2),
    regions: names.filter((name) => name.includes("-")),
    zones: typeof zones === "string" ? [zones] : zones,
  };
  for (const code of codes.split(" ")) {
    if (AREA_CODES.has(code)) throw new Error(`area code: found ${code} twice, expected once`);
    AREA_CODES.set(code, entry);
  }
}

/** Where the area code is; undefined when it is no place's, or not in service. */
export const areaCodeNamed = (code: string): AreaCode | undefined => AREA_CODES.get(code);

export const AREA_CODE_LIST: readonly string[] = [...AREA_CODES.keys()].sort();

export type NonGeographicKind = "toll-free" | "premium-rate" | "personal" | "special";

/** Codes that are nowhere (47 CFR 52.15 and NANPA's list of non-geographic codes, known on 2026-11-21). */
export function nonGeographicKind(code: string): NonGeographicKind | undefined {
  if (["800", "833", "844", "855", "866", "877", "888"].includes(code)) return "toll-free";
  if (code === "900") return "premium-rate";
  if (["600", "622", "633", "700", "710"].includes(code)) return "special";
  // 500 and the further 5XX codes opened for personal communication services.
  if (/^5(?:00|2[1-9]|3[2358]|4[2-79]|5[02-46]|66|69|77|78|88|89)$/.test(code)) return "personal";
  return undefined;
}
