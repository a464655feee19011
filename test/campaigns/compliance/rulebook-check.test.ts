import { describe, expect, it } from "vitest";
import { isCalendar } from "../../../campaigns/compliance/holidays/calendars.ts";
import { EVERY_RULE } from "../../../campaigns/compliance/rulebook/every-rule.ts";
import type { LegalRule } from "../../../campaigns/compliance/rulebook/legal-rule.ts";
import { checkedRulebook, RulebookContradiction, rulebookFaults } from "../../../campaigns/compliance/rulebook-check.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

const KNOWN = { isZone: (name: string) => zoneNamed(name) !== undefined, isCalendar };

const SOUND: LegalRule = {
  id: "us-zz",
  jurisdiction: "US",
  name: "A rule without faults",
  covers: ["telemarketing", "debt"],
  inherits: [],
  effectiveFrom: "2024-02-29",
  effectiveTo: null,
  hours: {
    weekday: [
      ["08:00", "12:00"],
      ["13:00", "24:00"],
    ],
    saturday: "same",
    sunday: "banned",
    holiday: "banned",
  },
  holidays: "us-federal",
  caps: [{ per: "person", about: "same-subject", attempts: 3, hours: 24, scope: "attempts" }],
  coolDowns: [{ after: "refusal", per: "person", about: "anything", hours: 24, scope: "after a refusal" }],
  abandonment: {
    mostShare: 0.03,
    window: "30-days",
    denominator: "live-answers",
    connectWithinSeconds: 2,
    countedFrom: "end-of-greeting",
    message: { mustName: ["caller"], text: "Who calls." },
    scope: "a campaign",
  },
  ring: { leastSeconds: 15 },
  consent: { level: "express", for: ["telemarketing"], lifeDays: 365, text: "Consent." },
  callerId: [],
  duties: [],
  retentionYears: 5,
  scrub: { register: "us-national", mostAgeDays: 31 },
  exemptions: [{ when: "purchase", withinDays: 548, lifts: ["register"], text: "A purchase." }],
  citation: "A law",
  sources: [{ citation: "Its text", address: "https://law.example/1" }],
  confidence: "high",
  notes: [],
  readOn: "2026-11-21",
};

/** A rule with rubbish in it, which the types would refuse: a page may be written without them. */
const rubbish = (change: object): LegalRule => ({ ...SOUND, ...change });
const faults = (...rules: LegalRule[]): string[] => rulebookFaults(rules, KNOWN).map(({ rule, field }) => `${rule} ${field}`);

type Broken = [title: string, change: object, field: string];

const HOURS: Broken[] = [
  ["a time that no clock shows", { weekday: [["08:00", "25:00"]] }, "hours.weekday[0]"],
  ["a time that is no text", { weekday: [[8, 20]] }, "hours.weekday[0]"],
  ["an opening after its closing", { weekday: [["20:00", "08:00"]] }, "hours.weekday[0]"],
  ["an opening at its closing", { saturday: [["08:00", "08:00"]] }, "hours.saturday[0]"],
  [
    "spans that overlap",
    {
      sunday: [
        ["08:00", "12:00"],
        ["11:00", "13:00"],
      ],
    },
    "hours.sunday[1]",
  ],
  ["no spans and no word for that", { holiday: [] }, "hours.holiday"],
  ["a weekday that is the same as itself", { weekday: "same" }, "hours.weekday"],
  ["a word that nobody knows", { saturday: "closed" }, "hours.saturday"],
  ["a calendar whose days are like others", { holiday: "same" }, "hours.holiday"],
];

const BROKEN: Broken[] = [
  ...HOURS.map(([title, hours, field]): Broken => [title, { hours: { ...SOUND.hours, ...hours } }, field]),
  ["a country that does not exist", { id: "xq", jurisdiction: "XQ" }, "jurisdiction"],
  ["a place in small letters", { jurisdiction: "us" }, "jurisdiction"],
  ["a state that does not exist", { id: "us-qq", jurisdiction: "US-QQ" }, "jurisdiction"],
  ["an id of another place", { id: "ca-zz" }, "id"],
  ["no purposes", { covers: [], consent: null }, "covers"],
  ["a purpose twice", { covers: ["telemarketing", "telemarketing"] }, "covers"],
  ["an unknown purpose", { covers: ["telemarketing", "gossip"] }, "covers[1]"],
  ["a first day that does not exist", { effectiveFrom: "2023-02-29" }, "effectiveFrom"],
  ["a last day in no calendar", { effectiveTo: "2026-13-01" }, "effectiveTo"],
  ["a last day before the first", { effectiveTo: "2024-02-28" }, "effectiveTo"],
  ["a day of reading that is none", { readOn: "yesterday" }, "readOn"],
  ["no source although the confidence is high", { sources: [] }, "sources"],
  ["an address that is none", { sources: [{ citation: "Its text", address: "in a book" }] }, "sources[0].address"],
  ["a source without a name", { sources: [{ citation: " ", address: null }] }, "sources[0].citation"],
  ["a confidence that nobody knows", { confidence: "sure" }, "confidence"],
  ["no citation", { citation: "" }, "citation"],
  ["an empty note", { notes: [""] }, "notes[0]"],
  ["an unknown calendar", { holidays: "us-moon" }, "holidays"],
  ["holidays without a calendar", { holidays: null }, "holidays"],
  ["a clock in no zone", { clock: { zone: "America/Nowhere", counts: "also" } }, "clock.zone"],
  ["a clock that counts in no known way", { clock: { zone: "America/New_York", counts: "perhaps" } }, "clock.counts"],
  ["a cap of no attempts", { caps: [{ ...SOUND.caps[0], attempts: 0 }] }, "caps[0].attempts"],
  ["a cap of half an attempt", { caps: [{ ...SOUND.caps[0], attempts: 1.5 }] }, "caps[0].attempts"],
  ["a cap over no hours", { caps: [{ ...SOUND.caps[0], hours: 0 }] }, "caps[0].hours"],
  ["a cap under an unknown condition", { caps: [{ ...SOUND.caps[0], when: "raining" }] }, "caps[0].when"],
  ["a cool-down of no hours", { coolDowns: [{ ...SOUND.coolDowns[0], hours: -1 }] }, "coolDowns[0].hours"],
  ["a share above one", { abandonment: { ...SOUND.abandonment, mostShare: 3 } }, "abandonment.mostShare"],
  ["a window without a share", { abandonment: { ...SOUND.abandonment, mostShare: null } }, "abandonment.window"],
  ["a share without a window", { abandonment: { ...SOUND.abandonment, window: null } }, "abandonment.window"],
  ["no seconds to connect", { abandonment: { ...SOUND.abandonment, connectWithinSeconds: 0 } }, "abandonment.connectWithinSeconds"],
  [
    "a message that names nothing",
    { abandonment: { ...SOUND.abandonment, message: { mustName: [], text: "…" } } },
    "abandonment.message.mustName",
  ],
  ["a ring of no seconds", { ring: { leastSeconds: 0 } }, "ring.leastSeconds"],
  ["a ring rule that says nothing", { ring: {} }, "ring"],
  ["records for no years", { retentionYears: 0 }, "retentionYears"],
  ["a register asked every zero days", { scrub: { register: "us-national", mostAgeDays: 0 } }, "scrub.mostAgeDays"],
  ["a register without a name", { scrub: { register: "", mostAgeDays: 1 } }, "scrub.register"],
  ["more minutes than a day has", { autodialMinutesPerDay: 1441 }, "autodialMinutesPerDay"],
  ["consent for what the rule does not cover", { consent: { ...SOUND.consent, for: ["research"] } }, "consent.for"],
  ["consent for nothing", { consent: { ...SOUND.consent, for: [] } }, "consent.for"],
  ["consent that lives for no day", { consent: { ...SOUND.consent, lifeDays: 0 } }, "consent.lifeDays"],
  ["a life that starts again and never ends", { consent: { ...SOUND.consent, lifeDays: null, renewsOnUse: true } }, "consent.renewsOnUse"],
  ["an exemption that lifts nothing", { exemptions: [{ when: "charity", lifts: [], text: "…" }] }, "exemptions[0].lifts"],
  ["an exemption of nobody", { exemptions: [{ when: null, lifts: ["hours"], text: "…" }] }, "exemptions[0].lifts"],
  ["an exemption under an unknown condition", { exemptions: [{ when: "raining", lifts: ["hours"], text: "…" }] }, "exemptions[0].when"],
  ["an exemption from a register that is not asked", { scrub: null }, "exemptions[0].lifts"],
  ["consent that excuses from consent", { exemptions: [{ when: "consent", lifts: ["consent"], text: "…" }] }, "exemptions[0].lifts"],
  ["a purchase of any age", { exemptions: [{ when: "purchase", lifts: ["register"], text: "…" }] }, "exemptions[0].withinDays"],
  [
    "a charity with an age",
    { exemptions: [{ when: "charity", withinDays: 3, lifts: ["register"], text: "…" }] },
    "exemptions[0].withinDays",
  ],
  ["a ban unless something unknown", { numberTypeBan: { type: "mobile", unless: ["raining"], text: "…" } }, "numberTypeBan.unless[0]"],
  ["a parent that does not exist", { inherits: ["us-none"] }, "inherits[0]"],
  ["a part of a place without postal codes", { onlyIn: { postalPrefixes: [] } }, "onlyIn.postalPrefixes"],
  [
    "a postal code with a space",
    { hours: { weekday: "unrestricted", saturday: "same", sunday: "same", holiday: "unrestricted" }, onlyIn: { postalPrefixes: ["V5 "] } },
    "onlyIn.postalPrefixes[0]",
  ],
];

describe("the check of the rulebook", () => {
  it("finds nothing in the real one", () => {
    expect(rulebookFaults(EVERY_RULE, KNOWN)).toEqual([]);
    expect(EVERY_RULE.length).toBeGreaterThan(99);
  });

  it("finds nothing in a sound rule", () => {
    expect(faults(SOUND)).toEqual([]);
  });

  it.each(BROKEN)("finds %s", (_, change, field) => {
    const broken = rubbish(change);
    expect(faults(broken)).toContain(`${broken.id} ${field}`);
  });

  it("says what was found and what was expected", () => {
    expect(rulebookFaults([rubbish({ retentionYears: -1 })], KNOWN)).toEqual([
      { rule: "us-zz", field: "retentionYears", found: "-1", expected: "years above 0, or null" },
    ]);
  });

  it("finds every fault of a rule at once", () => {
    expect(faults(rubbish({ retentionYears: 0, readOn: "", citation: "" }))).toEqual([
      "us-zz citation",
      "us-zz readOn",
      "us-zz retentionYears",
    ]);
  });
});

describe("rules beside each other", () => {
  const state = rubbish({ id: "us-fl-zz", jurisdiction: "US-FL", inherits: ["us-zz"] });

  it("may not have one id", () => {
    expect(faults(SOUND, { ...SOUND })).toEqual(["us-zz id"]);
  });

  it("may stand under the country above", () => {
    expect(faults(SOUND, state)).toEqual([]);
  });

  it.each<[string, object]>([
    ["of another state", { id: "us-ga-zz", jurisdiction: "US-GA" }],
    ["of another country", { id: "ca", jurisdiction: "CA" }],
    ["that has ended before", { effectiveFrom: null, effectiveTo: "2024-02-28" }],
  ])("may not stand under a rule %s", (_, change) => {
    const parent = rubbish(change);
    expect(faults(parent, { ...state, inherits: [parent.id] })).toEqual(["us-fl-zz inherits[0]"]);
  });

  it("may not stand under themselves", () => {
    expect(faults(rubbish({ inherits: ["us-zz"] }))).toEqual(["us-zz inherits[0]"]);
  });

  it("of one family may not be in force on the same day", () => {
    const older = rubbish({ id: "us-zz-2021", effectiveFrom: "2021-07-01", effectiveTo: "2024-02-29" });
    expect(faults(SOUND, older)).toEqual(["us-zz-2021 effectiveFrom"]);
    expect(faults(SOUND, { ...older, effectiveTo: "2024-02-28" })).toEqual([]);
  });

  it.each<[string, string | null]>([
    ["on the day on which its successor begins", "2024-02-29"],
    ["two days before its successor begins", "2024-02-27"],
    ["never", null],
  ])("may not be replaced when the older one ends %s", (_, effectiveTo) => {
    const older = rubbish({ id: "us-older", effectiveFrom: null, effectiveTo });
    expect(faults(older, { ...SOUND, replaces: "us-older" })).toEqual(["us-zz replaces"]);
  });

  it("may be replaced from one day to the next", () => {
    const older = rubbish({ id: "us-older", effectiveFrom: null, effectiveTo: "2024-02-28" });
    expect(faults(older, { ...SOUND, replaces: "us-older" })).toEqual([]);
  });

  it("may not replace what is not there, themselves or the rule of another place", () => {
    const elsewhere = rubbish({ id: "ca", jurisdiction: "CA", effectiveTo: "2024-02-28", effectiveFrom: null });
    expect(faults({ ...SOUND, replaces: "us-none" })).toEqual(["us-zz replaces"]);
    expect(faults({ ...SOUND, replaces: "us-zz" })).toEqual(["us-zz replaces"]);
    expect(faults(elsewhere, { ...SOUND, replaces: "ca" })).toEqual(["us-zz replaces"]);
  });

  it("may not give a part of a state hours of its own", () => {
    const city: LegalRule = { ...state, id: "us-fl-city", onlyIn: { postalPrefixes: ["331"] } };
    const narrower: LegalRule = { ...city, hours: { ...city.hours, weekday: [["10:00", "12:00"]] } };
    expect(faults(SOUND, city)).toEqual([]);
    expect(faults(SOUND, narrower)).toEqual(["us-fl-city hours.weekday", "us-fl-city hours.saturday"]);
  });
});

describe("a rulebook that contradicts itself", () => {
  it("is refused with every fault, under a code that stays", () => {
    const broken = [rubbish({ retentionYears: 0 }), rubbish({ id: "us-other", holidays: "us-moon" })];
    const refused = (): unknown => checkedRulebook(broken, KNOWN);
    expect(refused).toThrow(RulebookContradiction);
    expect(refused).toThrow(
      expect.objectContaining({
        code: "rulebook-contradiction",
        message: expect.stringContaining('us-other: holidays: found "us-moon", expected a calendar that is known.'),
        faults: [expect.objectContaining({ rule: "us-zz", field: "retentionYears" }), expect.objectContaining({ rule: "us-other" })],
      }),
    );
  });

  it("is given back as it was when it is sound", () => {
    const rules = [SOUND];
    expect(checkedRulebook(rules, KNOWN)).toBe(rules);
  });
});
