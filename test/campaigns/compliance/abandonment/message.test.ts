import { describe, expect, it } from "vitest";
import {
  abandonMessageOf,
  type AbandonMessageTerms,
  demandedParts,
  missingForMessage,
} from "../../../../campaigns/compliance/abandonment/message.ts";
import { abandonMessageRule } from "../../../../campaigns/compliance/abandon-message-rule.ts";
import { dayNumber } from "../../../../campaigns/contacts/local-time.ts";

import { question, terms as campaignTerms } from "../questions.ts";

const TODAY = dayNumber(2026, 11, 23);
const terms = (changed: Partial<AbandonMessageTerms> = {}): AbandonMessageTerms => ({
  callKind: "telemarketing",
  waivedRules: [],
  callerName: "Example Ltd",
  callbackNumber: "+12025550198",
  abandonMessage: "Sorry, nobody was free.",
  ...changed,
});

describe("the message for an abandoned person", () => {
  it("of a sales call in the United States names the seller, the purpose, the number and a key to opt out", () => {
    const { text, optOutKey, isLawsWords } = abandonMessageOf(terms(), ["US", "US-TX"], TODAY);
    expect([optOutKey, isLawsWords]).toEqual(["9", true]);
    for (const part of ["Example Ltd", "telemarketing purposes", "1 2 0 2 5 5 5 0 1 9 8", "press 9 now"]) expect(text).toContain(part);
    expect(text).not.toContain("nobody was free");
  });

  it("in the campaign's own words is used when they have a place for all that the law demands", () => {
    const abandonMessage = "Hier war {caller}, {purpose} Nummer {number}, Taste {key}.";
    expect(abandonMessageOf(terms({ abandonMessage }), ["US", "US-TX"], TODAY)).toEqual({
      text: "Hier war Example Ltd, The call was for telemarketing purposes. Nummer 1 2 0 2 5 5 5 0 1 9 8, Taste 9.",
      optOutKey: "9",
      isLawsWords: false,
    });
  });

  it("in the United Kingdom names the caller and a number, and offers no key that the law does not ask for", () => {
    const { text, optOutKey } = abandonMessageOf(terms({ callKind: "informational" }), ["GB"], TODAY);
    expect(text).toContain("Example Ltd");
    expect(text).toContain("Our number is 1 2 0 2");
    expect(optOutKey).toBeNull();
  });

  it("where no law demands one is the campaign's", () => {
    expect(abandonMessageOf(terms({ callKind: "informational" }), ["US", "US-TX"], TODAY).text).toBe("Sorry, nobody was free.");
  });

  it("over several candidate places names what any of them demands", () => {
    expect(demandedParts({ callKind: "informational", waivedRules: [] }, ["GB", "US", "US-TX"], TODAY)).toEqual([
      "caller",
      "callback-number",
    ]);
  });

  it("cannot be said without the caller's name and number where they are demanded", () => {
    const parts = demandedParts(terms(), ["US", "US-TX"], TODAY);
    expect(missingForMessage({ callerName: null, callbackNumber: null }, parts)).toEqual(["callerName", "callbackNumber"]);
    expect(missingForMessage(terms(), parts)).toEqual([]);
    expect(missingForMessage({ callerName: null, callbackNumber: null }, [])).toEqual([]);
  });
});

describe("a campaign that cannot say who calls", () => {
  const asked = (changed: Parameters<typeof campaignTerms>[0], isAgentHeld = false) => {
    const base = question({ campaign: campaignTerms({ callKind: "telemarketing", callerName: null, ...changed }) });
    return abandonMessageRule.judge({
      ...base,
      place: { ...base.place, jurisdictions: ["US", "US-TX"] },
      subject: { ...base.subject, isAgentHeld },
    });
  };

  it("places no call that could be abandoned where the law demands the name", () =>
    expect(asked({})).toMatchObject([
      { answer: "wait", until: null, code: "abandon-message-incomplete", detail: expect.stringContaining("callerName") },
    ]));

  it("may call where it can say so, where an agent is held for the call, and where no law demands it", () => {
    expect(asked({ callerName: "Example Ltd" })).toEqual([]);
    expect(asked({}, true)).toEqual([]);
    expect(asked({ isAutomatic: false })).toEqual([]);
    expect(asked({ callKind: "informational" })).toEqual([]);
  });
});
