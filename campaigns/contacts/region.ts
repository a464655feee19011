/**
 * States and provinces: the clocks in each, for the countries where the state says more than the country.
 *
 * Sources: tzdb 2026f (comments of the zone files and zone.tab) and, for the split states of the United States,
 * 49 CFR part 71 as known on 2026-11-21. A split state has all its clocks: the postal code decides between them
 * (postal-code.ts). Zones that keep the same clock today stand once.
 */
import { SPANISH_PROVINCES } from "./spain.ts";

export type Region = {
  /** ISO 3166-2. */
  code: string;
  name: string;
  zones: readonly string[];
};

type Row = readonly [zones: string, regions: string];

/** Each line: zones, then code=Name pairs, the underscore standing for a space. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  US: [
    [
      "America/New_York",
      "CT=Connecticut DC=District_of_Columbia DE=Delaware GA=Georgia MA=Massachusetts MD=Maryland ME=Maine NC=North_Carolina NH=New_Hampshire NJ=New_Jersey NY=New_York OH=Ohio PA=Pennsylvania RI=Rhode_Island SC=South_Carolina VA=Virginia VT=Vermont WV=West_Virginia",
    ],
    ["America/New_York America/Chicago", "FL=Florida KY=Kentucky TN=Tennessee"],
    ["America/Indiana/Indianapolis America/Chicago", "IN=Indiana"],
    ["America/Detroit America/Chicago", "MI=Michigan"],
    ["America/Chicago", "AR=Arkansas IA=Iowa IL=Illinois LA=Louisiana MN=Minnesota MO=Missouri MS=Mississippi OK=Oklahoma WI=Wisconsin"],
    // Phenix City and its neighbours keep Eastern time by custom.
    ["America/Chicago America/New_York", "AL=Alabama"],
    ["America/Chicago America/Denver", "KS=Kansas ND=North_Dakota NE=Nebraska SD=South_Dakota TX=Texas"],
    ["America/Denver", "CO=Colorado MT=Montana NM=New_Mexico UT=Utah WY=Wyoming"],
    // The Navajo Nation changes its clocks, the rest of Arizona does not.
    ["America/Phoenix America/Denver", "AZ=Arizona"],
    ["America/Boise America/Los_Angeles", "ID=Idaho"],
    ["America/Los_Angeles America/Boise", "OR=Oregon"],
    ["America/Los_Angeles America/Denver", "NV=Nevada"],
    ["America/Los_Angeles", "CA=California WA=Washington"],
    ["America/Anchorage America/Adak", "AK=Alaska"],
    ["Pacific/Honolulu", "HI=Hawaii"],
    ["Pacific/Pago_Pago", "AS=American_Samoa"],
    ["Pacific/Guam", "GU=Guam"],
    ["Pacific/Saipan", "MP=Northern_Mariana_Islands"],
    ["America/Puerto_Rico", "PR=Puerto_Rico"],
    ["America/St_Thomas", "VI=Virgin_Islands"],
  ],
  CA: [
    ["America/Edmonton", "AB=Alberta"],
    ["America/Vancouver America/Fort_Nelson America/Dawson_Creek America/Creston America/Edmonton", "BC=British_Columbia"],
    ["America/Winnipeg", "MB=Manitoba"],
    ["America/Moncton", "NB=New_Brunswick"],
    ["America/St_Johns America/Goose_Bay", "NL=Newfoundland_and_Labrador"],
    ["America/Halifax", "NS=Nova_Scotia PE=Prince_Edward_Island"],
    ["America/Edmonton America/Inuvik", "NT=Northwest_Territories"],
    ["America/Iqaluit America/Rankin_Inlet America/Resolute America/Cambridge_Bay America/Atikokan", "NU=Nunavut"],
    ["America/Toronto America/Winnipeg America/Atikokan", "ON=Ontario"],
    ["America/Toronto America/Halifax America/Blanc-Sablon", "QC=Quebec"],
    ["America/Regina America/Edmonton America/Winnipeg", "SK=Saskatchewan"],
    ["America/Whitehorse", "YT=Yukon"],
  ],
  AU: [
    ["Australia/Sydney", "ACT=Australian_Capital_Territory"],
    ["Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe", "NSW=New_South_Wales"],
    ["Australia/Darwin", "NT=Northern_Territory"],
    ["Australia/Brisbane", "QLD=Queensland"],
    ["Australia/Adelaide", "SA=South_Australia"],
    ["Australia/Hobart", "TAS=Tasmania"],
    ["Australia/Melbourne", "VIC=Victoria"],
    ["Australia/Perth Australia/Eucla", "WA=Western_Australia"],
  ],
  BR: [
    [
      "America/Sao_Paulo",
      "DF=Distrito_Federal ES=Espírito_Santo GO=Goiás MG=Minas_Gerais PR=Paraná RJ=Rio_de_Janeiro RS=Rio_Grande_do_Sul SC=Santa_Catarina SP=São_Paulo",
    ],
    ["America/Bahia", "BA=Bahia"],
    ["America/Belem", "AP=Amapá PA=Pará"],
    ["America/Araguaina", "TO=Tocantins"],
    ["America/Fortaleza", "CE=Ceará MA=Maranhão PB=Paraíba PI=Piauí RN=Rio_Grande_do_Norte"],
    ["America/Maceio", "AL=Alagoas SE=Sergipe"],
    ["America/Recife America/Noronha", "PE=Pernambuco"],
    ["America/Cuiaba", "MT=Mato_Grosso"],
    ["America/Campo_Grande", "MS=Mato_Grosso_do_Sul"],
    ["America/Porto_Velho", "RO=Rondônia"],
    ["America/Boa_Vista", "RR=Roraima"],
    ["America/Manaus America/Eirunepe", "AM=Amazonas"],
    ["America/Rio_Branco", "AC=Acre"],
  ],
  ES: [
    ["Atlantic/Canary", "CN=Canarias"],
    [
      "Europe/Madrid",
      "AN=Andalucía AR=Aragón AS=Principado_de_Asturias CB=Cantabria CE=Ceuta CL=Castilla_y_León CM=Castilla-La_Mancha CT=Cataluña EX=Extremadura GA=Galicia IB=Illes_Balears MC=Región_de_Murcia MD=Comunidad_de_Madrid ML=Melilla NC=Comunidad_Foral_de_Navarra PV=País_Vasco RI=La_Rioja VC=Comunidad_Valenciana",
    ],
  ],
  MX: [
    [
      "America/Mexico_City",
      "AGU=Aguascalientes CAM=Campeche CHP=Chiapas CMX=Ciudad_de_México COL=Colima DUR=Durango GRO=Guerrero GUA=Guanajuato HID=Hidalgo JAL=Jalisco MEX=México MIC=Michoacán MOR=Morelos OAX=Oaxaca PUE=Puebla QUE=Querétaro SLP=San_Luis_Potosí TAB=Tabasco TLA=Tlaxcala VER=Veracruz YUC=Yucatán ZAC=Zacatecas",
    ],
    // The strip along the border of the United States changes its clocks, the rest of the country does not.
    ["America/Monterrey America/Matamoros", "COA=Coahuila NLE=Nuevo_León TAM=Tamaulipas"],
    ["America/Chihuahua America/Ojinaga America/Ciudad_Juarez", "CHH=Chihuahua"],
    ["America/Cancun", "ROO=Quintana_Roo"],
    ["America/Mazatlan", "BCS=Baja_California_Sur SIN=Sinaloa"],
    ["America/Mazatlan America/Bahia_Banderas", "NAY=Nayarit"],
    ["America/Hermosillo", "SON=Sonora"],
    ["America/Tijuana", "BCN=Baja_California"],
  ],
};

/** Upper case without accents, so that "Sao Paulo" and "SÃO PAULO" are one. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").trim().toUpperCase();

const REGIONS = new Map<string, Map<string, Region>>();
for (const [country, rows] of Object.entries(ROWS)) {
  const known = new Map<string, Region>();
  for (const [zones, regions] of rows)
    for (const pair of regions.split(" ")) {
      const [short = "", spelled = ""] = pair.split("=");
      const name = spelled.replaceAll("_", " ");
      const region: Region = { code: `${country}-${short}`, name, zones: zones.split(" ") };
      for (const key of [short, region.code, plain(name)]) known.set(key, region);
    }
  REGIONS.set(country, known);
}

/** Other names in use; Spanish addresses end in the province. */
const ALIASES: readonly (readonly [code: string, names: string])[] = [
  ["US-DC", "Washington DC|Washington D.C.|D.C."],
  ["US-VI", "U.S. Virgin Islands|US Virgin Islands"],
  ["CA-NL", "Newfoundland|Labrador"],
  ["CA-YT", "Yukon Territory"],
  ["ES-AN", "Andalusia"],
  ["ES-CN", "Canary Islands|Islas Canarias|Tenerife"],
  ["ES-CT", "Catalunya|Catalonia"],
  ["ES-IB", "Islas Baleares|Balearic Islands"],
  ["ES-PV", "Euskadi|Basque Country|Araba|Guipúzcoa|Vizcaya"],
  ["ES-VC", "Comunitat Valenciana|Alacant|Castelló"],
  ["ES-CT", "Gerona|Lérida"],
  ["ES-GA", "La Coruña|Orense"],
  ["MX-CMX", "CDMX|Distrito Federal"],
  ["MX-MEX", "Estado de México"],
  ["MX-NLE", "NL"],
];
for (const [code, names] of [...ALIASES, ...SPANISH_PROVINCES.map(({ region, name }) => [region, name] as const)]) {
  const known = REGIONS.get(code.slice(0, 2));
  const region = known?.get(code);
  for (const name of names.split("|")) if (known && region && !known.has(plain(name))) known.set(plain(name), region);
}

/** The region with this code ("FL", "US-FL") or name ("Florida"), or undefined: not a region of the country, or no table of it. */
export const regionNamed = (country: string, text: string): Region | undefined => REGIONS.get(country)?.get(plain(text));

/** Does the country have a table of regions, so that a region that is not in it is a mistake? */
export const hasRegions = (country: string): boolean => REGIONS.has(country);

/** Every region of the table of a country. */
export const regionsOf = (country: string): readonly Region[] => [...new Set(REGIONS.get(country)?.values())];
