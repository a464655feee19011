import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PacingCampaign, type PacingSnapshot, pace } from "../../../campaigns/pacing/pace.ts";

const aCampaign = (wish: Partial<PacingCampaign> = {}): PacingCampaign => ({
  id: "a",
  dialMode: "progressive",
  dialRatio: 1.5,
  priority: 0,
  requiredSkills: [],
  inTheAir: 0,
  waiting: 0,
  onHopper: 100,
  ...wish,
});
const agents = (count: number, skills: string[] = [], name = "agent") =>
  Array.from({ length: count }, (_, index) => ({ id: `${name}-${index}`, skills }));
const aSnapshot = (wish: Partial<PacingSnapshot> = {}): PacingSnapshot => ({
  campaigns: [aCampaign()],
  freeAgents: agents(4),
  callsPerSecond: 100,
  linesLeft: 100,
  unreleased: 0,
  ...wish,
});
const starts = (snapshot: PacingSnapshot): Record<string, number> =>
  Object.fromEntries(pace(snapshot).map(({ campaignId, callsToStart }) => [campaignId, callsToStart]));

describe("one campaign", () => {
  const power = { dialMode: "power" as const };
  test.each<[string, Partial<PacingCampaign>, Partial<PacingSnapshot>, number, string]>([
    ["progressive: one call for each free agent", {}, {}, 4, "agents"],
    ["progressive ignores the ratio", { dialRatio: 3 }, {}, 4, "agents"],
    ["progressive: a call in the air is spoken for", { inTheAir: 3 }, {}, 1, "agents"],
    ["progressive: as many in the air as agents are enough", { inTheAir: 4 }, {}, 0, "no-free-agent"],
    ["progressive: more in the air than agents (some went on a break)", { inTheAir: 9 }, {}, 0, "no-free-agent"],
    ["a person who waits has the first free agent", { waiting: 1 }, {}, 3, "agents"],
    ["nobody is free", {}, { freeAgents: [] }, 0, "no-free-agent"],
    ["power: the ratio", power, {}, 6, "agents"],
    ["power: no part of a call", power, { freeAgents: agents(3) }, 4, "agents"],
    ["power: one agent and a ratio below two is one call", power, { freeAgents: agents(1) }, 1, "agents"],
    ["power: topped up to the ratio, one by one", { ...power, inTheAir: 5 }, {}, 1, "agents"],
    ["power: two agents, one call in the air, two more", { ...power, inTheAir: 1 }, { freeAgents: agents(2) }, 2, "agents"],
    [
      "power: one agent, a ratio of two, one call in the air, one more",
      { ...power, dialRatio: 2, inTheAir: 1 },
      { freeAgents: agents(1) },
      1,
      "agents",
    ],
    ["power: at the ratio nothing", { ...power, inTheAir: 6 }, {}, 0, "no-free-agent"],
    ["power: who waits counts as a whole agent", { ...power, waiting: 2 }, {}, 3, "agents"],
    ["preview starts nothing: its agents dial", { dialMode: "preview" }, {}, 0, "preview"],
    ["no more than the hopper holds", { onHopper: 2 }, {}, 2, "hopper-empty"],
    ["no more than the lines left", {}, { linesLeft: 3 }, 3, "lines"],
    ["reserved and unreleased attempts will need a line each", {}, { linesLeft: 3, unreleased: 2 }, 1, "lines"],
    ["no lines at all", {}, { linesLeft: 0 }, 0, "lines"],
    ["no more than two seconds of releases ahead", {}, { callsPerSecond: 1 }, 2, "calls-per-second"],
    ["less what is reserved already", {}, { callsPerSecond: 1, unreleased: 1 }, 1, "calls-per-second"],
    ["less than a call a second is still one", {}, { callsPerSecond: 0.1 }, 1, "calls-per-second"],
    ["more reserved than can be released: nothing", {}, { callsPerSecond: 1, unreleased: 7 }, 0, "calls-per-second"],
  ])("%s", (_title, campaign, floor, calls, limitedBy) => {
    const [decision] = pace(aSnapshot({ campaigns: [aCampaign(campaign)], ...floor }));
    expect(decision).toMatchObject({ callsToStart: calls, limitedBy });
  });
});

describe("campaigns that share agents", () => {
  test("the higher priority goes first and takes what it may", () => {
    const campaigns = [aCampaign({ id: "low" }), aCampaign({ id: "high", priority: 5, onHopper: 3 })];
    expect(starts(aSnapshot({ campaigns }))).toEqual({ high: 3, low: 1 });
  });

  test("one agent is never counted twice", () => {
    const campaigns = [aCampaign({ id: "a" }), aCampaign({ id: "b" }), aCampaign({ id: "c" })];
    expect(starts(aSnapshot({ campaigns }))).toEqual({ a: 4, b: 0, c: 0 });
  });

  test("another campaign's calls in the air are spoken for before anyone asks for more", () => {
    const campaigns = [aCampaign({ id: "a", priority: 9 }), aCampaign({ id: "b", inTheAir: 2, waiting: 1 })];
    expect(starts(aSnapshot({ campaigns }))).toEqual({ a: 1, b: 0 });
  });

  test("the least versatile agent is taken, so that the skilled one is left for who needs the skill", () => {
    const campaigns = [aCampaign({ id: "any", priority: 5, onHopper: 1 }), aCampaign({ id: "loans", requiredSkills: ["loans"] })];
    const freeAgents = [...agents(1, ["loans"], "skilled"), ...agents(1, [], "plain")];
    expect(starts(aSnapshot({ campaigns, freeAgents }))).toEqual({ any: 1, loans: 1 });
  });

  test("agents without the skills do not count", () => {
    const campaigns = [aCampaign({ requiredSkills: ["loans", "spanish"] })];
    const freeAgents = [...agents(3, ["loans"], "half"), ...agents(2, ["spanish", "loans"], "full")];
    expect(starts(aSnapshot({ campaigns, freeAgents }))).toEqual({ a: 2 });
  });

  test("lines and rate are shared", () => {
    const campaigns = [aCampaign({ id: "a", onHopper: 2 }), aCampaign({ id: "b" })];
    expect(starts(aSnapshot({ campaigns, linesLeft: 3 }))).toEqual({ a: 2, b: 1 });
    expect(starts(aSnapshot({ campaigns, callsPerSecond: 1.5 }))).toEqual({ a: 2, b: 1 });
  });
});

test("whatever the floor looks like: never more calls than agents times ratio, lines, rate or contacts allow; the same floor, the same answer", () => {
  const campaign = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    dialMode: fc.constantFrom("preview" as const, "progressive" as const, "power" as const),
    dialRatio: fc.double({ min: 1, max: 10, noNaN: true }),
    priority: fc.integer({ min: -3, max: 3 }),
    requiredSkills: fc.subarray(["x", "y"]),
    inTheAir: fc.nat(12),
    waiting: fc.nat(3),
    onHopper: fc.nat(30),
  });
  const snapshot = fc.record({
    campaigns: fc.uniqueArray(campaign, { selector: ({ id }) => id, maxLength: 3 }),
    freeAgents: fc
      .array(fc.record({ skills: fc.subarray(["x", "y"]) }), { maxLength: 12 })
      .map((all) => all.map((one, index) => ({ id: `${index}`, ...one }))),
    callsPerSecond: fc.double({ min: 0.1, max: 30, noNaN: true }),
    linesLeft: fc.nat(40),
    unreleased: fc.nat(20),
  });
  fc.assert(
    fc.property(snapshot, (floor) => {
      const decisions = pace(floor);
      expect(pace({ ...floor, campaigns: floor.campaigns.toReversed() })).toEqual(decisions);
      const total = decisions.reduce((sum, { callsToStart }) => sum + callsToStart, 0);
      expect(total).toBeLessThanOrEqual(Math.max(0, floor.linesLeft - floor.unreleased));
      expect(total).toBeLessThanOrEqual(Math.max(0, Math.max(1, Math.ceil(floor.callsPerSecond * 2)) - floor.unreleased));
      for (const { campaignId, callsToStart } of decisions) {
        const asked = floor.campaigns.find(({ id }) => id === campaignId) as PacingCampaign;
        const able = floor.freeAgents.filter(({ skills }) => asked.requiredSkills.every((skill) => skills.includes(skill))).length;
        const ratio = asked.dialMode === "power" ? asked.dialRatio : 1;
        expect(callsToStart).toBeGreaterThanOrEqual(0);
        expect(callsToStart).toBeLessThanOrEqual(asked.dialMode === "preview" ? 0 : asked.onHopper);
        if (callsToStart > 0) expect(asked.inTheAir + callsToStart).toBeLessThanOrEqual(able * ratio);
      }
      // One call in the air for each agent at most, over all campaigns that dial one to one.
      if (floor.campaigns.every(({ dialMode }) => dialMode !== "power")) expect(total).toBeLessThanOrEqual(floor.freeAgents.length);
    }),
    { numRuns: 500 },
  );
});
