/** What a number is reached on, from the word of the list and from the numbering plan. Where they disagree, a mobile. */
import type { NumberType } from "../compliance/decision.ts";
import { plainHeader } from "./header-words.ts";
import type { PhoneType } from "./phone-number.ts";

const MOBILE = new Set([
  "mobile",
  "m",
  "cell",
  "c",
  "cellular",
  "cellphone",
  "mobilephone",
  "wireless",
  "w",
  "movil",
  "celular",
  "handy",
  "mobil",
  "portable",
]);
const LANDLINE = new Set([
  "landline",
  "l",
  "land",
  "fixed",
  "fixedline",
  "f",
  "home",
  "residential",
  "wireline",
  "fijo",
  "festnetz",
  "fixe",
]);

/** What the list says in the column for it. A word that is not known says nothing, and then the number counts as a mobile. */
export function numberTypeNamed(word: string | null): NumberType {
  const plain = plainHeader(word ?? "");
  if (MOBILE.has(plain)) return "mobile";
  return LANDLINE.has(plain) ? "landline" : "unknown";
}

/** `told` is null when the list has no such column or nothing in it. */
export function numberTypeOf(type: PhoneType, told: string | null): NumberType {
  const named = numberTypeNamed(told);
  if (type === "mobile" || named === "mobile") return "mobile";
  if (told !== null) return named;
  return type === "landline" ? "landline" : "unknown";
}
