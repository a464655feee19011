import { describe, expect, it } from "vitest";
import { ATTEMPT_KINDS, OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import { CAMPAIGN_STATES, type CampaignState } from "../../../campaigns/campaign.ts";
import type { CallRule } from "../../../campaigns/compliance/call-rule.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallDecision } from "../../../campaigns/compliance/decision.ts";
import { HOUSE_RULES } from "../../../campaigns/compliance/house-rules.ts";
import { TZDB_VERSION } from "../../../campaigns/contacts/tzdb.ts";
import { at, attempt, consent, doNotCallEntry as entry, hours, local, NOON as noon, question, register, stop, utc } from "./questions.ts";

const HOUR_MS = 3_600_000;
const codes = (decision: CallDecision): string[] => (decision.answer === "call" ? [] : decision.reasons.map((reason) => reason.code));

const placed = (...hoursAgo: number[]) => hoursAgo.map((ago) => attempt(ago));

describe("the gate", () => {
  it("allows a call at noon to somebody who was never called, and says what it rested on", () => {
    expect(decideCall(question())).toEqual({
      answer: "call",
      evidence: {
        rules: ["house/readable-question@1", ...HOUSE_RULES.map((rule) => `${rule.id}@${rule.version}`)],
        tzdb: TZDB_VERSION,
        zones: ["America/New_York"],
        jurisdictions: ["NZ"],
        placeSource: "explicit-zone",
        localTimes: [{ zone: "America/New_York", local: "2026-11-18T12:00:00-05:00" }],
        counts: { openAttempts: 0, placedForContact: 0, mostAttemptsPerContact: 6, "placed:person-24h": 0 },
        doNotCallIds: [],
        consentIds: [],
        legalRules: ["nz@-"],
        waivedRules: [],
        registers: [],
      },
    });
  });

  it.each(ATTEMPT_KINDS)("holds for a call of kind %s as for any other", (kind) => {
    expect(decideCall(question({ kind })).answer).toBe("call");
    expect(decideCall(question({ kind, now: noon + 12 * HOUR_MS })).answer).toBe("wait");
    expect(decideCall(question({ kind, history: { doNotCall: [entry()] } })).answer).toBe("never");
  });

  it.each([
    ["draft", "wait"],
    ["scheduled", "wait"],
    ["running", "call"],
    ["paused", "wait"],
    ["completed", "never"],
    ["archived", "never"],
  ] as const)("a campaign that is %s: %s", (state, answer) => {
    expect(decideCall(question({ campaign: { state } })).answer).toBe(answer);
  });

  it("knows every state of a campaign", () => {
    const calling = CAMPAIGN_STATES.filter((state) => decideCall(question({ campaign: { state } })).answer === "call");
    expect(calling).toEqual(["running"]);
    expect(decideCall(question({ campaign: { state: "gone" as CampaignState } })).answer).not.toBe("call");
  });

  it("refuses a call that no campaign stands behind", () => {
    expect(codes(decideCall(question({ campaign: null })))).toEqual(["no-campaign"]);
  });

  it("refuses a person of whom nobody knows where they are", () => {
    const decision = decideCall(question({ place: { zones: [], jurisdictions: [], source: "none" } }));
    expect(decision.answer).toBe("never");
    expect(codes(decision)).toEqual(["unknown-place"]);
  });

  it("waits for the window, and for the campaign's own weekdays", () => {
    const window = hours("09:00-20:00", { 6: "10:00-14:00", 7: "" });
    const decision = decideCall(question({ now: local("America/New_York", "2026-11-21T15:00"), campaign: { callingWindow: window } }));
    expect(decision).toMatchObject({ answer: "wait", until: local("America/New_York", "2026-11-23T09:00") });
    expect(codes(decision)).toEqual(["outside-calling-window"]);
  });

  it("refuses where no hour suits all the zones", () => {
    const decision = decideCall(
      question({ place: at("America/New_York", "Asia/Tokyo"), campaign: { callingWindow: hours("09:00-12:00") } }),
    );
    expect(codes(decision)).toEqual(["no-common-calling-time"]);
    expect(decision.answer).toBe("never");
  });
});

describe("do-not-call entries at the gate", () => {
  it.each([
    ["of the organisation, for ever", entry(), "never"],
    ["of this campaign", entry({ scope: "campaign", campaignId: "campaign-1" }), "never"],
    ["of another campaign", entry({ scope: "campaign", campaignId: "campaign-2" }), "call"],
    ["of a campaign that is not said: taken for this one", entry({ scope: "campaign", campaignId: null }), "never"],
    ["that has expired", entry({ expiresAt: noon }), "call"],
    ["that cannot be read: taken for one without an end", entry({ expiresAt: Number.NaN }), "never"],
    ["from the future", entry({ createdAt: noon + HOUR_MS }), "never"],
  ] as const)("%s", (_title, doNotCall, answer) => {
    const decision = decideCall(question({ history: { doNotCall: [doNotCall] } }));
    expect(decision.answer).toBe(answer);
    expect(decision.evidence.doNotCallIds).toEqual(answer === "call" ? [] : ["entry-1"]);
  });

  it("one for a time is waited for, into the window", () => {
    const expiresAt = local("America/New_York", "2026-11-20T22:00");
    expect(decideCall(question({ history: { doNotCall: [entry({ expiresAt })] } }))).toMatchObject({
      answer: "wait",
      until: local("America/New_York", "2026-11-21T09:00"),
    });
  });
});

describe("a person who is on a call", () => {
  it.each(OPEN_STATES)("is not called while another attempt is %s", (state) => {
    const decision = decideCall(question({ history: { openAttempts: [{ attemptId: "other", state, phone: "+12025550101" }] } }));
    expect(decision).toMatchObject({ answer: "wait", until: noon + 60_000 });
    expect(codes(decision)).toEqual([state === "unknown" ? "call-unknown" : "person-on-a-call"]);
  });

  it("is asked about again at once, but never before the window opens", () => {
    const now = local("America/New_York", "2026-11-18T19:58:30");
    const decision = decideCall(
      question({ now, history: { openAttempts: [{ attemptId: "other", state: "connected", phone: "+12025550100" }] } }),
    );
    expect(decision).toMatchObject({ answer: "wait", until: local("America/New_York", "2026-11-19T09:00") });
  });

  it("is free once the other attempt is over", () => {
    const over = (["released", "closed"] as const).map((state) => ({ attemptId: "other", state, phone: "+12025550100" }));
    expect(decideCall(question({ history: { openAttempts: over } })).answer).toBe("call");
  });
});

describe("attempts and caps at the gate", () => {
  it.each([
    [5, "call"],
    [6, "never"],
    [7, "never"],
  ] as const)("after %i attempts of six: %s", (placedForContact, answer) => {
    expect(decideCall(question({ history: { placedForContact } })).answer).toBe(answer);
  });

  it("waits until the oldest attempt has left the span", () => {
    const decision = decideCall(question({ history: { placed: placed(1, 2, 23) } }));
    expect(decision).toMatchObject({ answer: "wait", until: noon + HOUR_MS });
    expect(decision.evidence.counts).toMatchObject({ "placed:person-24h": 3 });
  });

  it("several waits: the first instant at which all allow, not the latest that one names", () => {
    // At 22:00: the cap ends at ten in the morning, when the window has been open for an hour.
    const decision = decideCall(question({ now: noon + 10 * HOUR_MS, history: { placed: placed(1, 2, 2) } }));
    expect(codes(decision)).toEqual(["frequency-cap", "outside-calling-window"]);
    expect(decision).toMatchObject({ answer: "wait", until: local("America/New_York", "2026-11-19T10:00") });
    // Or at 23:00, when the window is closed until nine.
    const early = decideCall(question({ now: noon + 10 * HOUR_MS, history: { placed: placed(3, 3, 13) } }));
    expect(early).toMatchObject({ until: local("America/New_York", "2026-11-19T09:00") });
  });

  it("never outweighs wait, and only its reasons are told", () => {
    const decision = decideCall(question({ now: noon + 12 * HOUR_MS, history: { placed: placed(1, 2, 3), placedForContact: 6 } }));
    expect(decision.answer).toBe("never");
    expect(codes(decision)).toEqual(["attempts-used-up"]);
  });
});

describe("a question that cannot be read is refused, and the field is named", () => {
  it.each([
    ["now", { now: Number.NaN }],
    ["now", { now: 0 }],
    ["now", { now: utc("2040-01-01T00:00") }],
    ["place.zones", { place: at("America/New_York", "Mars/Olympus") }],
    ["place.zones", { place: at(undefined as unknown as string) }],
    ["subject.phone", { phone: "2025550100" }],
    ["history.placedForContact", { history: { placedForContact: -1 } }],
    ["history.placedForContact", { history: { placedForContact: Number.NaN } }],
    ["history.placed.placedAt", { history: { placed: placed(Number.NaN) } }],
    ["history.inboundConversations.at", { history: { inboundConversations: [{ at: Number.NaN, subject: null, debtId: null }] } }],
    ["history.consents.obtainedAt", { history: { consents: [consent({ obtainedAt: Number.NaN })] } }],
    ["history.consents.until", { history: { consents: [consent({ until: Number.NaN })] } }],
    ["history.consents.lastUsedAt", { history: { consents: [consent({ lastUsedAt: Number.NaN })] } }],
    ["history.consents.agreedTime", { history: { consents: [consent({ agreedTime: [noon, Number.NaN] })] } }],
    ["history.registers.asOf", { history: { registers: [register({ asOf: Number.NaN })] } }],
    ["history.stops.createdAt", { history: { stops: [stop({ createdAt: Number.NaN })] } }],
    ["subject.numberType", { subject: { numberType: "fax" as "mobile" } }],
    ["campaign.callKind", { campaign: { callKind: "spam" as "debt" } }],
    ["campaign.callingWindow", { campaign: { callingWindow: hours("9-20") } }],
    ["campaign.mostAttemptsPerContact", { campaign: { mostAttemptsPerContact: Number.POSITIVE_INFINITY } }],
    ["campaign.ringTimeoutSeconds", { campaign: { ringTimeoutSeconds: Number.NaN } }],
    ["campaign.frequencyCaps", { campaign: { frequencyCaps: [{ per: "person", attempts: 0, hours: 24 }] } }],
    ["campaign.frequencyCaps", { campaign: { frequencyCaps: [{ per: "person", attempts: 3, hours: 721 }] } }],
    ["campaign.frequencyCaps", { campaign: { frequencyCaps: [{ per: "household" as "person", attempts: 3, hours: 24 }] } }],
  ] as const)("%s", (field, asked) => {
    const decision = decideCall(question(asked));
    expect(decision.answer).toBe("never");
    expect(codes(decision)).toEqual(["unreadable-question"]);
    expect(decision.answer === "never" && decision.reasons[0]?.detail).toContain(`${field}: found`);
  });

  it("and no reason holds a phone number", () => {
    const decision = decideCall(question({ phone: "2025550100" }));
    expect(JSON.stringify(decision)).not.toContain("2025550100");
  });
});

describe("a rule is a value in a list", () => {
  const rule = (id: string, judge: CallRule["judge"]): CallRule => ({ id, version: 3, judge });

  it("a further rule is asked without a change to the gate", () => {
    const sunday = rule("test/no-wednesday", () => [{ answer: "never", code: "no-wednesday", detail: "Not on a Wednesday." }]);
    const decision = decideCall(question(), [...HOUSE_RULES, sunday]);
    expect(decision).toMatchObject({ answer: "never", reasons: [{ code: "no-wednesday", rule: "test/no-wednesday@3" }] });
    expect(decision.evidence.rules).toContain("test/no-wednesday@3");
  });

  it("rules that push each other on are followed to the first instant that suits both", () => {
    const every = (id: string, step: number, rest: number) =>
      rule(id, ({ now }) => {
        const minute = Math.floor((now - noon) / 60_000);
        if (minute % step === rest) return [];
        const wait = (((rest - minute) % step) + step) % step;
        return [{ answer: "wait", until: noon + (minute + wait) * 60_000, code: id, detail: id }];
      });
    const decision = decideCall(question(), [every("test/seven", 7, 3), every("test/eleven", 11, 5)]);
    // The first minute that leaves 3 by seven and 5 by eleven.
    expect(decision).toMatchObject({ answer: "wait", until: noon + 38 * 60_000 });
  });

  it.each([
    ["names the past", noon - 1],
    ["names no number", Number.NaN],
  ])("a rule at fault that %s is never taken for a yes, and the question comes again later", (_title, until) => {
    const decision = decideCall(question(), [rule("test/broken", () => [{ answer: "wait", until, code: "broken", detail: "" }])]);
    expect(decision.answer).toBe("wait");
    expect(decision.answer === "wait" && decision.until).toBeGreaterThan(noon);
  });

  it("a refusal that comes only after the wait is told now", () => {
    const soon = rule("test/soon", ({ now }) =>
      now < noon + HOUR_MS
        ? [{ answer: "wait", until: noon + HOUR_MS, code: "soon", detail: "" }]
        : [{ answer: "never", code: "too-late", detail: "" }],
    );
    expect(codes(decideCall(question(), [soon]))).toEqual(["soon", "too-late"]);
  });
});
