/** Shapes of options; a wrong one is a wrong command line (exit code 2). */
import { InvalidArgumentError } from "commander";
import { readWholeNumber } from "../../campaigns/contacts/whole-number.ts";
import { CliFailure } from "./failure.ts";

export const wholeNumber =
  (least: number, most: number) =>
  (found: string): number => {
    const value = /^\d+$/.test(found) ? Number(found) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`found ${found}; expected a whole number from ${least} to ${most}.`);
  };

export function speed(found: string): number {
  const value = Number(found);
  // The simulated carrier keeps its words up to twenty times quicker than life.
  if (value >= 0.1 && value <= 20) return value;
  throw new InvalidArgumentError(`found ${found}; expected a number from 0.1 to 20.`);
}

/** An id as every list of ours shows them. */
export function identity(found: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(found)) return found.toLowerCase();
  throw new InvalidArgumentError(`found ${found}; expected an id such as 01a20082-d120-7105-9bff-6f4e9b71b3df.`);
}

/** What something or somebody is called; as the API takes it. */
export function title(found: string): string {
  const name = found.trim();
  // oxlint-disable-next-line no-control-regex
  if (name !== "" && name.length <= 200 && !/[\u0000-\u001f\u007f]/.test(name)) return name;
  const shown = name.length > 60 ? `${name.slice(0, 60)}… (${name.length} characters)` : name || "nothing";
  throw new InvalidArgumentError(`found ${shown}; expected a name of 1 to 200 characters on one line.`);
}

export function email(found: string): string {
  if (found.length <= 320 && /^[\w.+'-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(found)) return found;
  throw new InvalidArgumentError(`found ${found}; expected an e-mail address such as you@example.com.`);
}

/** A number with its country code, as people write it; in E.164 as import keeps it. */
export function phone(found: string): string {
  const read = readWholeNumber(found);
  if (read.ok) return read.e164;
  throw new InvalidArgumentError(`found ${read.error.found}; expected E.164: ${read.error.expected}.`);
}

export function country(found: string): string {
  if (/^[A-Za-z]{2}$/.test(found)) return found.toUpperCase();
  throw new InvalidArgumentError(`found ${found}; expected two letters (ISO 3166-1) such as US.`);
}

export function oneOf<Word extends string>(words: readonly Word[]): (found: string) => Word {
  return (found) => {
    const word = words.find((candidate) => candidate === found);
    if (word !== undefined) return word;
    throw new InvalidArgumentError(`found ${found}; expected one of ${words.join(", ")}.`);
  };
}

/** `--map phone=Mobile --map givenName="First name"`, gathered into one object. */
export function mapping(found: string, before: Record<string, string> = {}): Record<string, string> {
  const [, field, header] = /^([A-Za-z]+)=(.+)$/.exec(found) ?? [];
  if (field !== undefined && header !== undefined) return { ...before, [field]: header };
  throw new InvalidArgumentError(`found ${found}; expected our field, = and the column's header: phone=Mobile.`);
}

/** A date of the calendar. */
export function day(found: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(found) ? Date.parse(`${found}T00:00:00Z`) : Number.NaN;
  if (Number.isFinite(instant) && new Date(instant).toISOString().startsWith(found)) return found;
  throw new InvalidArgumentError(`found ${found}; expected a day such as 2026-11-22.`);
}

/** A moment in ISO 8601 with its offset, as milliseconds since 1970. */
export function instant(found: string): number {
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(found) ? Date.parse(found) : Number.NaN;
  if (!Number.isNaN(value) && day(found.slice(0, 10))) return value;
  throw new InvalidArgumentError(`found ${found}; expected a moment with its offset such as 2026-11-01T10:00:00Z.`);
}

/** Whose rules or whose list: a country or a part of one. */
export function jurisdiction(found: string): string {
  if (/^[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?$/.test(found)) return found.toUpperCase();
  throw new InvalidArgumentError(`found ${found}; expected ISO 3166-1 or 3166-2 such as US or US-TX.`);
}

/** `--proof formId=spring-7 --proof text="I agree"`, gathered into one object. */
export function named(found: string, before: Record<string, string> = {}): Record<string, string> {
  const [, name, value] = /^([A-Za-z]\w{0,59})=([^\0]{1,5000})$/s.exec(found) ?? [];
  if (name !== undefined && value !== undefined) return { ...before, [name]: value };
  throw new InvalidArgumentError(`found ${found.slice(0, 60)}; expected a name, = and what it is: formId=spring-7.`);
}

/** Throws unless the second of two days, where both are given, is not before the first. */
export function expectSpan({ from, to }: { from?: string; to?: string }): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new CliFailure({
    code: "days-in-wrong-order",
    kind: "usage",
    message: `--to: found ${to}; expected a day that is not before ${from}`,
  });
}
