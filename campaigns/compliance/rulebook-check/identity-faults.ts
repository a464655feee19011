/** Faults of what a rule is: name, place, dates, sources. */
import { PURPOSES } from "../call-kind.ts";
import { isJurisdictionCode } from "../jurisdiction.ts";
import type { LegalRule } from "../rulebook/legal-rule.ts";
import { type Fault, faultIn, isText, type RuleCheck, readDate, unless } from "./fault.ts";

const DATE = "a date that exists, YYYY-MM-DD";

function dateFaults({ effectiveFrom, effectiveTo, readOn }: LegalRule): Fault[] {
  const [from, to] = [readDate(effectiveFrom), readDate(effectiveTo)];
  return [
    ...unless(effectiveFrom === null || from !== undefined, faultIn("effectiveFrom", effectiveFrom, `${DATE}, or null`)),
    ...unless(effectiveTo === null || to !== undefined, faultIn("effectiveTo", effectiveTo, `${DATE}, or null`)),
    ...unless(from === undefined || to === undefined || from <= to, faultIn("effectiveTo", effectiveTo, `${effectiveFrom} or later`)),
    ...unless(readDate(readOn) !== undefined, faultIn("readOn", readOn, DATE)),
  ];
}

/** https, or a file of a public repository: "github:owner/name path", "index-file:path". */
const isAddress = (address: string): boolean => /^(https?:\/\/\S+|github:\S.*|index-file:\S.*)$/.test(address);

function sourceFaults({ sources, confidence }: LegalRule): Fault[] {
  return [
    ...unless(["high", "medium", "low"].includes(confidence), faultIn("confidence", confidence, "high, medium or low")),
    ...unless(sources.length > 0 || confidence === "low", faultIn("sources", sources, "at least one, or a confidence of low")),
    ...sources.flatMap(({ citation, address }, index) => [
      ...unless(isText(citation), faultIn(`sources[${index}].citation`, citation, "what was read")),
      ...unless(
        address === null || isAddress(address),
        faultIn(`sources[${index}].address`, address, "an address (https://…, github:…, index-file:…), or null"),
      ),
    ]),
  ];
}

function wordFaults(rule: LegalRule): Fault[] {
  const lists = { notes: rule.notes, duties: rule.duties, callerId: rule.callerId };
  return [
    ...unless(isText(rule.name), faultIn("name", rule.name, "a name")),
    ...unless(isText(rule.citation), faultIn("citation", rule.citation, "the law in its shortest form")),
    ...Object.entries(lists).flatMap(([field, texts]) =>
      texts.flatMap((text, index) => unless(isText(text), faultIn(`${field}[${index}]`, text, "a sentence"))),
    ),
  ];
}

function coversFaults({ covers }: LegalRule): Fault[] {
  const names: readonly string[] = PURPOSES;
  return [
    ...unless(covers.length > 0, faultIn("covers", covers, "at least one purpose")),
    ...unless(new Set(covers).size === covers.length, faultIn("covers", covers, "each purpose once")),
    ...covers.flatMap((purpose, index) =>
      unless(names.includes(purpose), faultIn(`covers[${index}]`, purpose, `one of ${PURPOSES.join(", ")}`)),
    ),
  ];
}

function placeFaults({ id, jurisdiction }: LegalRule): Fault[] {
  const place = jurisdiction.toLowerCase();
  return [
    ...unless(isJurisdictionCode(jurisdiction), faultIn("jurisdiction", jurisdiction, "an ISO 3166-1 country or 3166-2 region")),
    ...unless(
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && (id === place || id.startsWith(`${place}-`)),
      faultIn("id", id, `${place}, or ${place}- and a suffix in small letters`),
    ),
  ];
}

export const identityFaults: RuleCheck = (rule) => [
  ...placeFaults(rule),
  ...wordFaults(rule),
  ...coversFaults(rule),
  ...dateFaults(rule),
  ...sourceFaults(rule),
];
