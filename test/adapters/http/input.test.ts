import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "../../../src/adapters/http/input.ts";

const anything = z.strictObject({ settings: z.record(z.string(), z.unknown()) });
const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
const NUL = String.fromCharCode(0);

function faultsOf(settings: unknown): unknown {
  try {
    return parseInput(anything, { settings }, "body");
  } catch (error) {
    return error;
  }
}

describe("input that fits every schema and could not be kept", () => {
  it.each([
    ["NUL", { note: { text: `a${NUL}b` } }, "body.settings.note.text"],
    ["half an emoji", { note: ["\ud83d"] }, "body.settings.note.0"],
    ["a name with NUL", { [`a${NUL}`]: 1 }, "body.settings"],
    ["values within values without end", { a: nested(100_000) }, "body"],
  ])("is refused: %s", (_what, settings, field) => {
    expect(faultsOf(settings)).toMatchObject({ code: "invalid-input", status: 400, errors: [{ field }] });
  });

  it("is told from what is only unusual", () => {
    const settings = { emoji: "😀", line: "one\ntwo\ttab\u0001", deep: nested(20) };
    expect(faultsOf(settings)).toEqual({ settings });
  });
});
