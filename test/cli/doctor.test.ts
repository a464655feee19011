import { describe, expect, it } from "vitest";
import { judgeDatabase, judgeNode, judgeRedis, judgeSkew, judgeTimeZones } from "../../src/cli/doctor/judge.ts";
import { zonesThatDiffer } from "../../src/cli/doctor/node-zones.ts";

const DATABASE = {
  version: "18.4",
  versionNumber: 180_004,
  encoding: "UTF8",
  maxConnections: 100,
  serverNow: 1_000,
  ourNow: 1_000,
  applied: ["0001-accounts.sql"],
  missing: [],
  unknown: [],
};

describe("the doctor", () => {
  it.each([
    ["20.19.0", "well"],
    ["20.20.2", "well"],
    ["24.0.0", "well"],
    ["20.18.3", "ill"],
    ["18.20.0", "ill"],
  ])("finds Node %s %s where 20.19 is the oldest", (version, state) => {
    expect(judgeNode(version, ">=20.19").state).toBe(state);
  });

  it.each([
    [0, "well"],
    [-1_900, "well"],
    [2_500, "odd"],
    [-45_000, "ill"],
  ])("finds a clock that is %i ms off %s", (skew, state) => {
    expect(judgeSkew("Database clock", skew).state).toBe(state);
  });

  it("says whether a clock is ahead or behind", () => {
    expect(judgeSkew("Carrier clock", -45_000).found).toBe("45000 ms behind ours");
    expect(judgeSkew("Carrier clock", 45_000).found).toBe("45000 ms ahead of ours");
  });

  it.each([
    [{}, ["well", "well", "well"]],
    [{ versionNumber: 140_010 }, ["ill", "well", "well"]],
    [{ encoding: "SQL_ASCII" }, ["ill", "well", "well"]],
    [{ missing: ["0002-more.sql"] }, ["well", "odd", "well"]],
    [{ unknown: ["0009-later.sql"] }, ["well", "ill", "well"]],
    [{ serverNow: 61_000 }, ["well", "well", "ill"]],
  ])("judges a database that differs by %j", (changes, states) => {
    expect(judgeDatabase({ ...DATABASE, ...changes }).map(({ state }) => state)).toEqual(states);
  });

  it.each([
    [{ version: "8.0.1", policy: "noeviction", appendOnly: "yes" }, "well"],
    [{ version: "8.0.1", policy: "noeviction", appendOnly: "no" }, "odd"],
    [{ version: "7.0.15", policy: "allkeys-lru", appendOnly: "yes" }, "ill"],
    [{ version: "7.0.15", policy: null, appendOnly: null }, "well"],
  ])("judges a job queue %j", (facts, state) => {
    expect(judgeRedis(facts)[0]?.state).toBe(state);
  });

  it("finds time-zone data of the year before last odd", () => {
    expect(judgeTimeZones("2026f", "2025c", Date.UTC(2026, 10, 21)).state).toBe("well");
    expect(judgeTimeZones("2024b", "2025c", Date.UTC(2026, 10, 21)).state).toBe("odd");
  });

  it("measures Node's zones by the same clock: most agree, so that a difference means something", () => {
    const differ = zonesThatDiffer(Date.UTC(2026, 10, 21));
    expect(differ.length).toBeLessThan(60);
    for (const zone of ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
      expect(differ).not.toContain(zone);
  });
});
