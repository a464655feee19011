import { describe, expect, it } from "vitest";
import type { LegalRule } from "../../../campaigns/compliance/rulebook/legal-rule.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";

const US_RULES = RULEBOOK.filter(({ jurisdiction }) => jurisdiction === "US" || jurisdiction.startsWith("US-"));

function ruleOf(id: string): LegalRule {
  const rule = US_RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id} in the rulebook`);
  return rule;
}

/** The 68 rule sets of the survey of 2026-11-21. */
const SURVEYED = `
  us-tsr us-tcpa us-tcpa-prerecorded-exempt us-regf us-al us-ak us-az us-ar us-ca us-ca-adad us-co us-ct us-de us-dc us-dc-debt
  us-fl us-ga us-ga-adad us-hi us-id us-il us-in us-in-adad us-ia us-ks us-ky us-la us-me us-me-adad us-md us-ma us-ma-debt us-mi
  us-mn us-ms us-mo us-mt us-ne us-ne-adad us-nv us-nv-adad us-nh us-nj us-nm us-ny us-nc us-nd us-oh us-ok us-ok-adad us-or us-pa
  us-ri us-sc us-sd us-tn us-tx us-ut us-vt us-va us-wa us-wv us-wi us-wy us-pr us-ny-nyc-debt us-wa-debt us-wv-debt
`
  .trim()
  .split(/\s+/);

const daily = (opensAt: string, closesAt: string) => ({
  weekday: [[opensAt, closesAt]],
  saturday: "same",
  sunday: "same",
  holiday: "same",
});
const noHours = { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "same" };
const ADAD = ["prerecorded-telemarketing"];

describe("the rulebook of the United States", () => {
  it("has every rule set that was surveyed, each once", () => {
    expect(SURVEYED).toHaveLength(68);
    expect(US_RULES.map(({ id }) => id)).toEqual(expect.arrayContaining(SURVEYED));
    expect(new Set(US_RULES.map(({ id }) => id)).size).toBe(US_RULES.length);
  });

  it("has a page for every state, the District of Columbia and Puerto Rico", () => {
    expect(new Set(US_RULES.map(({ jurisdiction }) => jurisdiction)).size).toBe(1 + 50 + 1 + 1);
  });

  it("names a source and says what was not certain on every page", () => {
    for (const { id, sources, notes, citation } of US_RULES) {
      expect(sources.length, id).toBeGreaterThan(0);
      expect(notes.length, id).toBeGreaterThan(0);
      expect(citation, id).not.toBe("");
    }
  });

  it("covers every kind of call by a federal rule", () => {
    const covered = new Set(US_RULES.filter(({ jurisdiction }) => jurisdiction === "US").flatMap(({ covers }) => covers));
    expect([...covered].sort()).toEqual(
      [
        "debt",
        "fundraising",
        "informational",
        "prerecorded-informational",
        "prerecorded-telemarketing",
        "research",
        "telemarketing",
      ].sort(),
    );
  });
});

describe("hours in the United States", () => {
  it.each([
    ["sales calls anywhere are from 8:00 to 21:00 for the FTC", "us-tsr", daily("08:00", "21:00")],
    ["and for the FCC", "us-tcpa", daily("08:00", "21:00")],
    ["a call that sells nothing has no federal hours", "us-informational", noHours],
    ["a hired fundraiser keeps the hours of a seller", "us-tsr-fundraising", daily("08:00", "21:00")],
    ["debts are called about from 8:00 to 21:00", "us-regf", daily("08:00", "21:00")],
    ["Kentucky starts at 10:00", "us-ky", daily("10:00", "21:00")],
    ["Connecticut is open from 9:00 to 20:00", "us-ct", daily("09:00", "20:00")],
    ["Nevada is open from 9:00 to 20:00 in the stricter reading", "us-nv", daily("09:00", "20:00")],
    ["Michigan starts at 9:00", "us-mi", daily("09:00", "21:00")],
    ["Minnesota starts at 9:00", "us-mn", daily("09:00", "21:00")],
    ["New Mexico starts at 9:00", "us-nm", daily("09:00", "21:00")],
    ["Wyoming ends at 20:00", "us-wy", daily("08:00", "20:00")],
    ["Washington ends at 20:00", "us-wa", daily("08:00", "20:00")],
    ["Arizona has no hours of its own", "us-az", noHours],
    ["Georgia's 8 to 21 is for announcing devices, not for live calls", "us-ga", noHours],
    ["Texas starts at noon on Sundays", "us-tx", { ...daily("09:00", "21:00"), sunday: [["12:00", "21:00"]] }],
    ["Mississippi bans Sundays and no longer holidays", "us-ms", { ...daily("08:00", "20:00"), sunday: "banned" }],
    ["South Dakota bans Sundays", "us-sd", { ...daily("09:00", "21:00"), sunday: "banned" }],
    ["Alabama bans Sundays and holidays", "us-al", { ...daily("08:00", "20:00"), sunday: "banned", holiday: "banned" }],
    ["Louisiana bans Sundays and holidays", "us-la", { ...daily("08:00", "20:00"), sunday: "banned", holiday: "banned" }],
    ["Utah bans Sundays and holidays", "us-ut", { ...daily("08:00", "21:00"), sunday: "banned", holiday: "banned" }],
    [
      "Rhode Island closes at 18:00, on Saturdays at 17:00",
      "us-ri",
      { weekday: [["09:00", "18:00"]], saturday: [["10:00", "17:00"]], sunday: "banned", holiday: "banned" },
    ],
    ["Pennsylvania was open on Sundays, not on holidays", "us-pa-2019", { ...daily("08:00", "21:00"), holiday: "banned" }],
    ["Pennsylvania is open from 9:00 to 19:00 now", "us-pa", { ...daily("09:00", "19:00"), sunday: "banned", holiday: "banned" }],
    ["a machine calls Maine on weekdays only", "us-me-adad", { ...daily("09:00", "17:00"), saturday: "banned", sunday: "banned" }],
    ["a machine calls South Dakota on weekdays only", "us-sd-adad", { ...daily("09:00", "21:00"), saturday: "banned", sunday: "banned" }],
    [
      "a machine calls Nebraska from 13:00 on Sundays and holidays",
      "us-ne-adad",
      { ...daily("08:00", "21:00"), sunday: [["13:00", "21:00"]], holiday: [["13:00", "21:00"]] },
    ],
    ["a machine calls Indiana from 9:00 to 20:00", "us-in-adad", daily("09:00", "20:00")],
    ["a machine calls California from 9:00", "us-ca-adad", daily("09:00", "21:00")],
    ["a machine calls Illinois from 9:00 in the stricter reading", "us-il-adad", daily("09:00", "21:00")],
    ["Oklahoma's devices, and debts, keep 9:00 to 21:00", "us-ok-adad", daily("09:00", "21:00")],
  ])("%s", (_title, id, hours) => {
    expect(ruleOf(id).hours).toEqual(hours);
  });

  it.each(["us-al", "us-la", "us-pa", "us-pa-2019", "us-ri", "us-ut", "us-ne-adad"])("%s names the calendar of its holidays", (id) => {
    expect(ruleOf(id).holidays).toBe(id.slice(0, "us-xx".length));
  });

  it("no other rule knows holidays", () => {
    const knowing = US_RULES.filter(({ holidays }) => holidays !== null).map(({ id }) => id);
    expect(knowing.sort()).toEqual(["us-al", "us-la", "us-ne-adad", "us-pa", "us-pa-2019", "us-ri", "us-ut"]);
  });

  it.each([
    ["Mississippi is read on Central Standard Time, which knows no summer, as well", "us-ms", { zone: "Etc/GMT+6", counts: "also" }],
    ["debts in the District of Columbia are read on Eastern time alone", "us-dc-debt", { zone: "America/New_York", counts: "instead" }],
    ["debts in Massachusetts are read on Eastern time as well", "us-ma-debt", { zone: "America/New_York", counts: "also" }],
    ["North Carolina names no clock, so both count", "us-nc", { zone: "America/New_York", counts: "also" }],
  ])("%s", (_title, id, clock) => {
    expect(ruleOf(id).clock).toEqual(clock);
  });

  it("Pennsylvania's two rules meet between 2026-10-17 and 2026-10-18", () => {
    expect([ruleOf("us-pa-2019").effectiveTo, ruleOf("us-pa").effectiveFrom]).toEqual(["2026-10-17", "2026-10-18"]);
    expect(ruleOf("us-pa").effectiveTo).toBeNull();
  });

  it.each(["us-ca-adad", "us-ga-adad", "us-il-adad", "us-in-adad", "us-me-adad", "us-ne-adad", "us-nv-adad", "us-sd-adad"])(
    "%s is about recordings and leaves live calls alone",
    (id) => {
      expect(ruleOf(id).covers).toEqual(ADAD);
    },
  );

  it("Oklahoma's devices are about debts too", () => {
    expect(ruleOf("us-ok-adad").covers).toEqual([...ADAD, "debt"]);
  });
});
