import { describe, expect, it } from "vitest";
import type { DoNotCallEntry, Place } from "../../../campaigns/compliance/decision.ts";
import { doNotCallRule } from "../../../campaigns/compliance/do-not-call.ts";
import type { EmergencyStop } from "../../../campaigns/compliance/emergency-stop.ts";
import { emergencyStopRule } from "../../../campaigns/compliance/emergency-stop-rule.ts";
import { PLACES, saysOf } from "./law-says.ts";
import { doNotCallEntry, NOON, placeIn, question, stop } from "./questions.ts";

const held = ["house/emergency-stop emergency-stop held"];
const inJurisdiction = (jurisdiction: string | null): EmergencyStop => stop({ scope: "jurisdiction", jurisdiction });

describe("an emergency stop", () => {
  it.each<[string, EmergencyStop, Place, string[]]>([
    ["of everything", stop(), PLACES.florida, held],
    ["of this campaign", stop({ scope: "campaign", campaignId: "campaign-1" }), PLACES.florida, held],
    ["of another campaign", stop({ scope: "campaign", campaignId: "campaign-2" }), PLACES.florida, []],
    ["of a campaign that is not said: taken for this one", stop({ scope: "campaign" }), PLACES.florida, held],
    ["of the state", inJurisdiction("US-FL"), PLACES.florida, held],
    ["of the country stops its states", inJurisdiction("US"), PLACES.florida, held],
    ["of another state", inJurisdiction("US-LA"), PLACES.florida, []],
    ["of a state in which the person may be too", inJurisdiction("US-LA"), placeIn("America/Chicago", "US", "US-TX", "US-LA"), held],
    ["of a state, when the person's state is not known", inJurisdiction("US-LA"), placeIn("America/Chicago", "US"), held],
    ["of a country, when nothing is known of the person", inJurisdiction("GB"), { zones: [], jurisdictions: [], source: "none" }, held],
    ["of another country", inJurisdiction("CA"), PLACES.florida, []],
    ["of a country whose code begins alike", inJurisdiction("U"), PLACES.florida, []],
    ["of a jurisdiction that is not said: taken for this one", inJurisdiction(null), PLACES.florida, held],
    ["that cannot be read", stop({ scope: "planet" as "everything" }), PLACES.florida, held],
  ])("%s", (_title, emergencyStop, place, expected) => {
    expect(saysOf(emergencyStopRule, question({ place, history: { stops: [emergencyStop] } }))).toEqual(expected);
  });

  it("says which stop it is, and not why it was put", () => {
    const [objection] = emergencyStopRule.judge(
      question({
        place: PLACES.florida,
        history: { stops: [stop({ scope: "jurisdiction", jurisdiction: "US-FL", reason: "Mr Smith called" })] },
      }),
    );
    expect(objection?.detail).toBe("All calls to US-FL, where the person is or may be, are stopped until somebody lifts the stop.");
  });
});

describe("do-not-call entries by what they name", () => {
  it.each<[DoNotCallEntry["target"], string]>([
    ["number", "The number is on the organisation's do-not-call list."],
    ["person", "The person, with every number of theirs, is on the organisation's do-not-call list."],
    ["prefix", "Every number that begins as this one does is on the organisation's do-not-call list."],
    ["household" as "person", "The number is on the organisation's do-not-call list."],
  ])("a %s", (target, detail) => {
    expect(doNotCallRule.judge(question({ history: { doNotCall: [doNotCallEntry({ target })] } }))).toEqual([
      { answer: "never", code: "do-not-call", detail },
    ]);
  });

  it("a prefix of one campaign, for a time", () => {
    const entry = doNotCallEntry({ target: "prefix", scope: "campaign", campaignId: "campaign-1", expiresAt: NOON + 3_600_000 });
    expect(saysOf(doNotCallRule, question({ history: { doNotCall: [entry] } }))).toEqual(["house/do-not-call do-not-call 1"]);
    expect(saysOf(doNotCallRule, question({ history: { doNotCall: [entry] }, campaign: { id: "campaign-2" } }))).toEqual([]);
  });
});
