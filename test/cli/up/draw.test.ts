import { describe, expect, it } from "vitest";
import { draw, type Paint, percent, plainLine, span } from "../../../src/cli/up/draw.ts";
import type { View } from "../../../src/cli/up/view.ts";

const as = (text: string | number | null | undefined): string => String(text);
const PLAIN: Paint = { bold: as, dim: as, green: as, yellow: as, red: as, cyan: as };

const VIEW: View = {
  apiUrl: "http://127.0.0.1:3000",
  carrier: "simulated carrier",
  upForMs: 134_000,
  campaign: {
    name: "Demo: calls round the world",
    state: "running",
    dialMode: "progressive",
    contactCount: 320,
    attemptedContacts: 142,
    finishedContacts: 61,
    dispositions: { success: 34, "no-answer": 28, busy: 12, "not-interested": 21, machine: 9, "not-placed": 4, abandoned: 1 },
    answerRate: 0.412,
    abandonRate: 0.0081,
    nothingNow: null,
  },
  agents: { available: 3, reserved: 1, talking: 5, "wrapping-up": 2, "on-break": 1 },
  calls: { reserved: 1, dialing: 1, ringing: 4, answered: 1, connected: 5 },
  happenings: [
    { agoMs: 1_200, what: "+44 ••• 042: success" },
    { agoMs: 4_000, what: "+1 ••• 117: joined to an agent" },
  ],
  troubles: [],
  hints: ["Your own list: npm start -- --list contacts.csv", "Ctrl-C stops everything; npm start goes on where it stopped"],
};

describe("the live view", () => {
  it("shows the address, the list, the agents, the calls and the results", () => {
    expect(draw(VIEW, { columns: 80, paint: PLAIN })).toBe(
      [
        " Callkeeper http://127.0.0.1:3000 · simulated carrier · up 2 min 14 s",
        "",
        " Campaign  Demo: calls round the world · progressive · running",
        ` List      ${"█".repeat(28)}${"░".repeat(35)}  44 %`,
        "           142 of 320 contacts tried · 61 finished",
        " Results   34 success · 28 no answer · 21 not interested · 12 busy",
        "           9 answering machine · 1 abandoned",
        " Rates     0.8 % of answers abandoned · 41.2 % of attempts answered",
        " Agents    3 available · 1 reserved · 5 talking · 2 wrapping up · 1 on break",
        " Calls     2 in the air · 4 ringing · 1 answered · 5 connected",
        "",
        "       1 s  +44 ••• 042: success",
        "       4 s  +1 ••• 117: joined to an agent",
        "",
        " Your own list: npm start -- --list contacts.csv",
        " Ctrl-C stops everything; npm start goes on where it stopped",
      ].join("\n"),
    );
  });

  it.each([40, 60, 80, 132])("fits a terminal of %i columns, however long the words are", (columns) => {
    const long = "x".repeat(300);
    const view: View = {
      ...VIEW,
      apiUrl: `http://${long}`,
      campaign: {
        ...VIEW.campaign!,
        name: long,
        nothingNow: long,
        contactCount: 1_000_000,
        dispositions: { ...VIEW.campaign!.dispositions, [long]: 3 },
      },
      happenings: [{ agoMs: 0, what: long }],
      troubles: [long],
      hints: [long],
    };
    const widest = Math.max(
      ...draw(view, { columns, paint: PLAIN })
        .split("\n")
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(columns);
  });

  it("says when nothing may be called now", () => {
    const view: View = { ...VIEW, campaign: { ...VIEW.campaign!, nothingNow: "nobody may be called now; next in 3 h" } };
    expect(draw(view, { columns: 80, paint: PLAIN })).toContain(" Waiting   nobody may be called now · next in 3 h");
    expect(plainLine(view)).toContain("nobody may be called now; next in 3 h");
    const nothingNow = "nobody may be called now; nothing opens by waiting: the law demands a register (callkeeper register load)";
    expect(draw({ ...VIEW, campaign: { ...VIEW.campaign!, nothingNow } }, { columns: 60, paint: PLAIN })).toContain(
      " Waiting   nobody may be called now\n           nothing opens by waiting: the law demands a\n           register (callkeeper register load)\n",
    );
  });

  it("is one line where there is no terminal", () => {
    expect(plainLine(VIEW)).toBe(
      "up 2 min 14 s | 142/320 tried, 61 finished | agents: 3 available, 1 reserved, 5 talking, 2 wrapping up, 1 on break | " +
        "calls: 2 in the air, 4 ringing, 5 connected | spoken to: 55 | results: 34 success, 28 no answer, 21 not interested, 12 busy, 9 answering machine",
    );
  });

  it("shows something sensible before anything has happened", () => {
    const empty: View = { ...VIEW, campaign: null, agents: {}, calls: {}, happenings: [] };
    expect(draw(empty, { columns: 80, paint: PLAIN })).toContain(" Agents    nobody yet");
    expect(plainLine(empty)).toContain("no campaign");
  });

  it.each([
    [0, "0 s"],
    [59_499, "59 s"],
    [60_000, "1 min"],
    [61_000, "1 min 1 s"],
    [660_001, "11 min"],
    [3_600_000, "1 h"],
    [12_000_000, "3 h 20 min"],
    [190_800_000, "2 d 5 h"],
    [172_800_000, "2 d"],
  ])("writes %i milliseconds as %s", (ms, words) => {
    expect(span(ms)).toBe(words);
  });

  it("writes a ratio as a percentage, and no ratio as a dash", () => {
    expect([0, 0.0081, 1, null].map(percent)).toEqual(["0.0 %", "0.8 %", "100.0 %", "–"]);
  });
});
