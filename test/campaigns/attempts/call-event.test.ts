import { describe, expect, it } from "vitest";
import { CALL_STATUSES, isTerminal, rankOf } from "../../../campaigns/attempts/call-event.ts";

describe("the progress of a call", () => {
  it("goes up by rank: queued, dialing, ringing, answered, then one of the ends", () => {
    expect(["queued", "dialing", "ringing", "answered", "ended"].map((status) => rankOf(status as (typeof CALL_STATUSES)[number]))).toEqual(
      [0, 1, 2, 3, 4],
    );
  });

  it("has five ways to end", () => {
    expect(CALL_STATUSES.filter(isTerminal)).toEqual(["ended", "busy", "no-answer", "failed", "cancelled"]);
  });
});
