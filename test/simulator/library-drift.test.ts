import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { KNOWN } from "../../simulator/rest/params.ts";

const library = createRequire(import.meta.url).resolve("twilio/lib/rest/api/v2010/account/call.js");

/** The parameters that orders and changes in a file of the official client can carry; questions (`page`) are left out. */
function sent(file: string): string[] {
  const text = readFileSync(file, "utf8").replaceAll(/instance\.page\w* = function[\s\S]*?\n {4}\};/g, "");
  const names = Array.from(text.matchAll(/data\["(\w+)"\]/g), (match) => match[1] ?? "");
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

const union = (...sets: ReadonlySet<string>[]) => [...new Set(sets.flatMap((set) => [...set]))].sort((a, b) => a.localeCompare(b));

test("the carrier knows every parameter of a call that the installed client can send, and no other", () => {
  expect(union(KNOWN.createCall, KNOWN.updateCall)).toEqual(sent(library));
});

test("the carrier knows every parameter of a participant that the installed client can send, and no other", () => {
  const file = library.replace("call.js", "conference/participant.js");
  expect(union(KNOWN.createParticipant, KNOWN.updateParticipant)).toEqual(sent(file));
});
