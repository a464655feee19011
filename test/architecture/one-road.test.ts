/**
 * There is one road to the carrier's create call, and the releasing transaction stands on it. Proven on the source: each
 * step of the road is named in one file alone, and only a released order is submitted.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = ["src", "workers", "campaigns"]
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, code: readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "") }));
const filesWith = (pattern: RegExp): string[] => sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file);
const codeOf = (file: string): string => sources.find((source) => source.file === file)?.code ?? "";

describe("the road to the carrier", () => {
  it("has sources to look at", () => expect(sources.length).toBeGreaterThan(300));

  it("ends in one statement that creates a call", () => {
    expect(filesWith(/\bcalls\s*\.\s*create\s*\(/)).toEqual(["src/adapters/twilio/place-call.ts"]);
    expect(filesWith(/\.participants\s*(?:\([^)]*\))?\s*\.\s*create\s*\(|\bparticipants\.create\b/)).toEqual([]);
  });

  it("reaches that statement by the carrier port alone, and nothing goes round Twilio's library", () => {
    expect(filesWith(/from "\.\/place-call\.ts"/).filter((file) => file.startsWith("src/adapters/twilio/"))).toEqual([
      "src/adapters/twilio/carrier.ts",
    ]);
    expect(filesWith(/\/Calls(?:\.json)?\b/)).toEqual([]);
    expect(filesWith(/\bfrom "twilio"/).every((file) => file.startsWith("src/adapters/twilio/"))).toBe(true);
  });

  it("is taken for a person by the service that places calls and nobody else", () => {
    expect(filesWith(/\bcarrier\s*\.\s*placeCall\b|\bcarrier\s*\[/)).toEqual(["src/services/calls/place-call.ts"]);
    // A port that was taken apart could be called by its bare name.
    expect(filesWith(/\{[^}]*\bplaceCall\b[^}]*\}\s*=\s*(?:deps\.)?carrier\b/)).toEqual([]);
  });

  it("passes the releasing transaction: only what it released is submitted", () => {
    const code = codeOf("src/services/calls/place-call.ts");
    expect(code.match(/carrier\.placeCall\(/g)).toHaveLength(1);
    expect(code.match(/\bsubmit\(/g)).toHaveLength(2);
    expect(code).toMatch(/if \(released\.outcome === "released"\) await submit\(deps, released\.order\);/);
    expect(filesWith(/outcome: "released", order/)).toEqual(["src/services/calls/release-attempt.ts"]);
    expect(filesWith(/release-attempt\.ts"/)).toEqual(["src/services/calls/place-call.ts"]);
  });

  it("asks the gate there, within the transaction and before the order is made", () => {
    const code = codeOf("src/services/calls/release-attempt.ts");
    const steps = [
      "forRelease(",
      "await judge(tx",
      'decision.answer !== "call"',
      "carrierLimits.take()",
      '"submitting"',
      'outcome: "released"',
    ];
    const places = steps.map((step) => code.lastIndexOf(step, code.lastIndexOf('outcome: "released"')));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.toSorted((one, other) => one - other)).toEqual(places);
  });

  it("knows agents' own lines apart: they are rung by the service of lines, never a contact", () => {
    expect(filesWith(/\bcarrier\s*\.\s*callAgent\b/)).toEqual(["src/services/agents/agent-line.ts"]);
  });
});
