/** What lifts the hours of a law: an agreement, a declared condition, a waiver; and nothing else. */
import { describe, expect, it } from "vitest";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallDecision, Place } from "../../../campaigns/compliance/decision.ts";
import type { LegalTerms } from "../../../campaigns/compliance/legal-hours.ts";
import { isPlaceOpen, permittedTime } from "../../../campaigns/compliance/permitted-time.ts";
import { consent, hours, local, placeIn, question, terms } from "./questions.ts";

const DAY_MS = 86_400_000;
const codes = (decision: CallDecision): string[] => (decision.answer === "call" ? [] : decision.reasons.map(({ code }) => code));

/** Hours permitted on a day of the place's first zone. */
function hoursOn(place: Place, date: string, terms: Partial<LegalTerms>): number {
  const from = local(place.zones[0] ?? "", `${date}T00:00`);
  const spans = permittedTime({ callKind: "telemarketing", conditions: [], waivedRules: [], ...terms }, place, [from, from + DAY_MS]);
  return spans.reduce((sum, [opens, closes]) => sum + (closes - opens), 0) / 3_600_000;
}

describe("what lifts the hours of a law", () => {
  const lisbon = placeIn("Europe/Lisbon", "PT");
  const late = local("Europe/Lisbon", "2026-11-23T23:00");
  const callback = (agreedTime: "any" | [number, number] | null, now = late) =>
    question({
      place: lisbon,
      now,
      campaign: { callKind: "requested-callback", callingWindow: hours("00:00-24:00") },
      history: { consents: [consent({ basis: "request", agreedTime, obtainedAt: late - DAY_MS })] },
    });

  it("an hour that the person agreed to, for the callback that they asked for", () => {
    expect(decideCall(callback(null)).answer).toBe("wait");
    expect(decideCall(callback("any")).answer).toBe("call");
    expect(decideCall(callback([late, late + 120_000])).answer).toBe("call");
    expect(decideCall(callback([late - 120_000, late])).answer).toBe("wait");
  });

  it("not longer than the span agreed to, less the time to ring", () => {
    expect(decideCall(callback([late - 60_000, late + 59_000])).answer).toBe("wait");
    expect(decideCall(callback([late + 60_000, late + 600_000]))).toMatchObject({ answer: "wait", until: late + 60_000 });
  });

  it("no other call rests on it", () => {
    const sale = decideCall({ ...callback("any"), campaign: terms({ callKind: "telemarketing", callingWindow: hours("00:00-24:00") }) });
    expect(codes(sale)).toEqual(["outside-legal-hours"]);
  });

  it("and the hopper offers the place, since an agreement may open the hour", () => {
    const campaign = { callingWindow: hours("00:00-24:00") };
    expect(isPlaceOpen(terms({ ...campaign, callKind: "requested-callback" }), lisbon, late).open).toBe(true);
    expect(isPlaceOpen(terms({ ...campaign, callKind: "telemarketing" }), lisbon, late).open).toBe(false);
  });

  it("a condition that the campaign declares, for the law that excepts it alone", () => {
    const bogota = placeIn("America/Bogota", "CO");
    expect(hoursOn(bogota, "2026-11-22", {})).toBe(0);
    expect(hoursOn(bogota, "2026-11-22", { conditions: ["transaction-message"] })).toBe(24);
    expect(hoursOn(bogota, "2026-11-22", { conditions: ["charity"] })).toBe(0);
  });

  it("no condition that only a ledger can prove, declared or not", () => {
    const lisbon = placeIn("Europe/Lisbon", "PT");
    expect(hoursOn(lisbon, "2026-11-23", { callKind: "requested-callback", conditions: ["agreed-time"] })).toBe(13);
  });

  it("a rule that an administrator set aside, and the laws beside it still hold", () => {
    const place = placeIn("America/New_York", "US", "US-KY");
    expect(hoursOn(place, "2026-11-23", {})).toBe(11);
    expect(hoursOn(place, "2026-11-23", { waivedRules: ["us-ky"] })).toBe(13);
    expect(hoursOn(place, "2026-11-23", { waivedRules: ["us-ky@-"] })).toBe(13);
    const decision = decideCall(question({ place, campaign: { waivedRules: ["us-ky"] } }));
    expect(decision.evidence.waivedRules).toEqual(["us-ky@-"]);
    expect(decision.evidence.legalRules).not.toContain("us-ky@-");
  });

  it("all rules set aside is not a law that nobody knows", () => {
    const place = placeIn("Europe/Lisbon", "PT");
    expect(hoursOn(place, "2026-11-23", { waivedRules: ["pt"] })).toBe(24);
  });
});
