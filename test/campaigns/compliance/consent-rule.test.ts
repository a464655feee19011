import { describe, expect, it } from "vitest";
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import { consentRule, isYoungEnough } from "../../../campaigns/compliance/consent-rule.ts";
import { PLACES, saysOf } from "./law-says.ts";
import { consent, NOON, placeIn, question } from "./questions.ts";

const DAY_MS = 86_400_000;
type Asked = NonNullable<Parameters<typeof question>[0]>;
const inFrance = (...consents: ConsentRecord[]): Asked => ({ place: PLACES.france, history: { consents } });
const required = ["fr-optin consent-required never"];
const expired = ["fr-optin consent-expired never"];

describe("consent where the law demands it", () => {
  it.each<[string, Asked, string[]]>([
    ["France: none is on record", inFrance(), required],
    ["France: express consent of last month", inFrance(consent({ daysAgo: 30 })), []],
    ["France: consent in writing is express too", inFrance(consent({ basis: "written" })), []],
    ["France: the person asked to be called", inFrance(consent({ basis: "request" })), []],
    ["France: a purchase is no consent", inFrance(consent({ basis: "purchase" })), required],
    ["France: a running contract lifts the demand", inFrance(consent({ basis: "contract" })), []],
    ["France: it lives for a year", inFrance(consent({ daysAgo: 364 })), []],
    ["France: after a year it has expired", inFrance(consent({ daysAgo: 365 })), expired],
    ["France: an older one beside a young one", inFrance(consent({ daysAgo: 400 }), consent({ daysAgo: 3 })), []],
    ["France: it was given for a time that is over", inFrance(consent({ until: NOON })), expired],
    ["France: its end cannot be read", inFrance(consent({ until: Number.NaN })), expired],
    ["France: when it was given cannot be read", inFrance(consent({ obtainedAt: Number.NaN })), expired],
    ["France: given for another number", inFrance(consent({ phone: "+33199000001" })), required],
    ["France: given for this number", inFrance(consent({ phone: "+12025550100" })), []],
    ["France: given for surveys", inFrance(consent({ callKinds: ["research"] })), required],
    ["France: given for another subject", inFrance(consent({ subject: "roofs" })), required],
    ["Germany: consumers only with consent", { place: PLACES.germany }, ["de consent-required never"]],
    ["Germany: a business may be called without", { place: PLACES.germany, campaign: { conditions: ["business"] } }, []],
    [
      "Germany: a calling machine needs it of a business too",
      { place: PLACES.germany, campaign: { callKind: "prerecorded", conditions: ["business"] } },
      ["de-automated consent-required never"],
    ],
    [
      "Florida: in writing when a machine chooses and dials",
      { place: PLACES.florida, history: { consents: [consent()] } },
      ["us-fl consent-required never"],
    ],
    ["Florida: not when an agent dials", { place: PLACES.florida, campaign: { isAutomatic: false } }, []],
    ["Florida: in writing is enough", { place: PLACES.florida, history: { consents: [consent({ basis: "written" })] } }, []],
    ["Ohio: no law demands it for a live sales call", { place: PLACES.ohio }, []],
  ])("%s", (_title, asked, expected) => {
    expect(saysOf(consentRule, question(asked))).toEqual(expected);
  });

  it.each<[CallKind, string[]]>([
    ["telemarketing", required],
    ["prerecorded", required],
    ["requested-callback", []],
    ["research", []],
    ["informational", []],
    ["fundraising", []],
  ])("of a call of kind %s in France: %s", (callKind, expected) => {
    expect(saysOf(consentRule, question({ place: PLACES.france, campaign: { callKind } })).slice(0, 1)).toEqual(expected);
  });

  it("was not demanded in France before 2026-08-11, on the clock of Paris", () => {
    const midnight = Date.UTC(2026, 7, 10, 22);
    expect(saysOf(consentRule, question({ place: PLACES.france, now: midnight - 1 }))).toEqual([]);
    expect(saysOf(consentRule, question({ place: PLACES.france, now: midnight }))).toEqual(required);
  });

  it("is demanded from the first zone on in which the law holds", () => {
    // At this instant it is already 2026-08-11 in Réunion, and still 2026-08-10 in Paris.
    const place = { ...placeIn("Europe/Paris", "FR"), zones: ["Europe/Paris", "Indian/Reunion"] };
    expect(saysOf(consentRule, question({ place, now: Date.UTC(2026, 7, 10, 21) }))).toEqual(required);
  });

  it("stands in the reason with the law", () => {
    const [objection] = consentRule.judge(question({ place: PLACES.france }));
    expect(objection).toMatchObject({ answer: "never", legalRule: "fr-optin@2026-08-11", confidence: "medium" });
    expect(objection?.citation).toContain("L.223-1");
    expect(objection?.detail).toContain("such a call needs the person's express consent, and none is on record.");
  });
});

describe("how long a consent lives", () => {
  const given = (daysAgo: number, usedDaysAgo: number | null) => ({
    obtainedAt: NOON - daysAgo * DAY_MS,
    lastUsedAt: usedDaysAgo === null ? null : NOON - usedDaysAgo * DAY_MS,
  });
  it.each<[string, { lifeDays: number | null; renewsOnUse?: boolean }, ReturnType<typeof given>, boolean]>([
    ["without an end", { lifeDays: null }, given(10_000, null), true],
    ["use does not renew it where the law does not say so", { lifeDays: 365 }, given(400, 10), false],
    ["use renews it where the law says so", { lifeDays: 365, renewsOnUse: true }, given(400, 10), true],
    ["it was never used", { lifeDays: 365, renewsOnUse: true }, given(400, null), false],
    ["its last use is too long ago", { lifeDays: 365, renewsOnUse: true }, given(900, 365), false],
  ])("%s", (_title, demand, record, expected) => {
    expect(isYoungEnough(demand, record, NOON)).toBe(expected);
  });
});
