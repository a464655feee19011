import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGENT_DISPOSITIONS, DISPOSITIONS, dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import { type RecycleQuestion, recycle } from "../../../campaigns/attempts/recycle.ts";
import { campaignSettingsSchema } from "../../../campaigns/campaign.ts";

const closedAt = Date.UTC(2026, 10, 18, 17);
const settings = campaignSettingsSchema.parse({ callerIds: ["+12025550190"] });
const policy = { rules: settings.recycle, fallback: settings.recycleFallback, mostAttempts: 6 };
const asked = (disposition: string, changed: Partial<RecycleQuestion> = {}): RecycleQuestion => ({
  disposition,
  closedAt,
  position: 1,
  goodPositions: [1],
  attemptCount: 1,
  sameDispositionCount: 1,
  ...changed,
});
const minutes = (count: number): number => closedAt + count * 60_000;

describe("what becomes of a contact after an attempt", () => {
  it.each([
    ["busy: again in a quarter of an hour", "busy", { next: "again", dueAt: minutes(15), position: 1 }],
    ["nobody picked up: again in two hours", "no-answer", { next: "again", dueAt: minutes(120), position: 1 }],
    ["a machine: again in four hours", "machine", { next: "again", dueAt: minutes(240), position: 1 }],
    ["an outcome without a rule of its own: the fallback", "hung-up", { next: "again", dueAt: minutes(60), position: 1 }],
    ["a success is the end", "success", { next: "finish", reason: "final-disposition" }],
    ["and so is no interest", "not-interested", { next: "finish", reason: "final-disposition" }],
    ["and a wish not to be called", "do-not-call", { next: "finish", reason: "final-disposition" }],
    ["an abandoned person is left alone for 72 hours", "abandoned", { next: "again", dueAt: minutes(72 * 60), position: 1 }],
    ["an outcome that nobody knows is the end, not a reason to call again", "whatever", { next: "finish", reason: "unknown-disposition" }],
  ] as const)("%s", (_title, disposition, answer) => {
    expect(recycle(policy, asked(disposition))).toEqual(answer);
  });

  it("goes through the numbers in order and starts over after the last", () => {
    const goodPositions = [1, 2, 4];
    const next = (position: number) => recycle(policy, asked("no-answer", { position, goodPositions }));
    expect([1, 2, 4].map((position) => next(position))).toEqual(
      [2, 4, 1].map((position) => ({ next: "again", dueAt: minutes(120), position })),
    );
  });

  it("leaves a number that is no good at once, for the next one", () => {
    expect(recycle(policy, asked("invalid-number", { goodPositions: [1, 3] }))).toEqual({ next: "again", dueAt: closedAt, position: 3 });
    expect(recycle(policy, asked("wrong-number", { goodPositions: [1] }))).toEqual({ next: "finish", reason: "no-number-left" });
    expect(recycle(policy, asked("fax", { goodPositions: [] }))).toEqual({ next: "finish", reason: "no-number-left" });
  });

  it("an attempt that placed no call uses nothing up", () => {
    const again = recycle(policy, asked("not-placed", { position: 2, goodPositions: [1, 2], attemptCount: 6, sameDispositionCount: 50 }));
    expect(again).toEqual({ next: "again", dueAt: closedAt, position: 2 });
  });

  it.each([
    ["the last attempt of all", { attemptCount: 6 }, "attempts-used-up"],
    ["the last of its kind", { sameDispositionCount: 4 }, "disposition-used-up"],
    ["the last of all, though another number is left", { attemptCount: 6, goodPositions: [1, 2] }, "attempts-used-up"],
  ] as const)("%s ends it", (_title, changed, reason) => {
    expect(recycle(policy, asked("busy", changed))).toEqual({ next: "finish", reason });
  });

  it("never goes on for ever, whatever comes out of the attempts", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(...DISPOSITIONS).filter(({ code }) => code !== "not-placed"),
          { minLength: 30, maxLength: 30 },
        ),
        (outcomes) => {
          const counts = new Map<string, number>();
          let attempts = 0;
          for (const { code } of outcomes) {
            attempts += 1;
            counts.set(code, (counts.get(code) ?? 0) + 1);
            const answer = recycle(
              policy,
              asked(code, { goodPositions: [1, 2], attemptCount: attempts, sameDispositionCount: counts.get(code) ?? 0 }),
            );
            if (answer.next === "finish") break;
            expect(answer.dueAt).toBeGreaterThanOrEqual(closedAt);
          }
          expect(attempts).toBeLessThanOrEqual(policy.mostAttempts);
        },
      ),
    );
  });
});

describe("the dispositions", () => {
  it("each have a code of their own and can be found by it", () => {
    expect(new Set(DISPOSITIONS.map(({ code }) => code)).size).toBe(DISPOSITIONS.length);
    for (const disposition of DISPOSITIONS) expect(dispositionOf(disposition.code)).toBe(disposition);
    expect(dispositionOf("nonsense")).toBeUndefined();
  });

  it("that an agent may choose are the agent's; only they count as reached or as a success", () => {
    expect(AGENT_DISPOSITIONS.length).toBeGreaterThan(3);
    expect(DISPOSITIONS.filter(({ source, reached, success }) => source === "system" && (reached || success))).toEqual([]);
    expect(DISPOSITIONS.filter(({ success, reached }) => success && !reached)).toEqual([]);
  });

  it("that ask never to be called again are one, and it is the agent's", () => {
    expect(DISPOSITIONS.filter(({ consequence }) => consequence === "never-again").map(({ code }) => code)).toEqual(["do-not-call"]);
  });
});
