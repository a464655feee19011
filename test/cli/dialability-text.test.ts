import { expect, it } from "vitest";
import type { Funnel, Held } from "../../campaigns/measures/dialability.ts";
import { describeFunnel, describeMoved } from "../../src/cli/dialability-text.ts";

const AT = Date.UTC(2026, 10, 18, 17);
const held = (changes: Partial<Held>): Held => ({
  code: "do-not-call",
  answer: "never",
  rule: "house/do-not-call@2",
  detail: "",
  citation: null,
  confidence: "high",
  count: 2,
  concernedCount: 2,
  nextOpensAt: null,
  nextOpensCount: 0,
  ...changes,
});
const funnel: Funnel = {
  campaignId: "c",
  state: "draft",
  assumesRunning: true,
  askedAt: AT,
  loaded: 20,
  finished: { count: 1, reasons: [{ code: "final-disposition", count: 1 }] },
  inHand: { count: 0, onHopper: 0, inAttempt: 0 },
  waiting: { count: 4, reasons: [{ code: "recycled", count: 4, nextDueAt: AT }] },
  held: {
    count: 5,
    reasons: [
      held({
        code: "outside-legal-hours",
        answer: "wait",
        citation: "Fla. Stat. 501.616(6)",
        confidence: "medium",
        count: 3,
        nextOpensAt: AT,
        nextOpensCount: 3,
      }),
      held({}),
      held({ code: "consent-required", count: 0 }),
    ],
  },
  dialableNow: 10,
  openings: [{ opensAt: AT, count: 7 }],
  isSampled: false,
  judgedCount: 9,
};

it("a funnel reads from all contacts down to those who may be called now, with the law and the next opening", () => {
  expect(describeFunnel("Spring", funnel)).toBe(
    [
      "Spring, draft: nobody is called. If it ran now:",
      "Loaded           20",
      "Finished          1  1 dealt with",
      "In hand           0",
      "Waiting           4  4 tried before, and to be tried again later (from 2026-11-18T17:00:00Z)",
      "Held              5  see below",
      "Dialable         10  now",
      "",
      `contacts  ${"why not".padEnd(53)}  ${"law or rule".padEnd(40)}  next`,
      "       3  outside the hours in which the law there allows calls  Fla. Stat. 501.616(6), medium confidence  3 at 2026-11-18T17:00:00Z",
      "       2  on our do-not-call list                                house/do-not-call@2                       never",
      "1 more rule holds contacts that are counted above (--json shows them).",
      "",
      "Next openings (contacts that may be called from then):",
      "2026-11-18T17:00:00Z  7",
    ].join("\n"),
  );
  expect(describeFunnel("Spring", { ...funnel, isSampled: true })).toContain("Estimated: 9 contacts were judged for all of them.");
});

it("what no time changes is told once, with what must be done", () => {
  const detail = "Texas: the register us-tx must be asked, and it is not loaded (callkeeper register load).";
  const reasons = [
    held({ code: "register-not-loaded", rule: "us-tx@2009", answer: "wait", count: 3, detail }),
    held({ code: "outside-legal-hours", answer: "wait", count: 1 }),
    held({ code: "abandon-message-incomplete", answer: "wait", count: 0, detail: "The campaign lacks callerName." }),
  ];
  const waiting = { count: 1, reasons: [{ code: "no-caller-id", count: 1, nextDueAt: AT }] };
  const text = describeFunnel("Spring", { ...funnel, waiting, held: { count: 4, reasons }, openings: [] });
  expect(text).toContain("caller ids (not by waiting)");
  expect(text).toMatch(/us-tx@2009 +not by waiting\n/);
  expect(text).toMatch(/held by another rule as well\n/);
  expect(text).toContain(`until somebody has seen to this:\n- ${detail}\n- The campaign lacks callerName.`);
});

it("a preview says what moves, and that nothing was saved", () => {
  expect(describeMoved([{ code: "dialable", from: 10, to: 12 }])).toBe(
    "now  then  contacts\n 10    12  may be called now\nNothing was saved.",
  );
  expect(describeMoved([])).toBe("With these settings nothing would move. Nothing was saved.");
});
