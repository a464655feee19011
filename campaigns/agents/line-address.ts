/**
 * Which telephone may be an agent's line. The agent names it and the house pays for the call, for as long as a shift
 * lasts: a number that costs the caller extra is how a stolen login is turned into money (toll fraud).
 */
import { parsePhoneNumber } from "../contacts/phone-number.ts";

export type LineAddressAnswer = { ok: true } | { ok: false; reason: "invalid-address"; detail: string };

const refuse = (found: string): LineAddressAnswer => ({
  ok: false,
  reason: "invalid-address",
  detail: `address: found ${found}, expected an ordinary telephone number of a country`,
});

/** `address` in E.164. */
export function lineAddress(address: string): LineAddressAnswer {
  const read = parsePhoneNumber(address);
  if (!read.ok) return refuse("a number that is not in use");
  if (read.phone.type === "premium-rate") return refuse("a premium-rate number");
  if (read.phone.country === null) return refuse("a number of no country");
  return { ok: true };
}
