/** Emergency stops: no call while a stop concerns it. Only somebody who lifts the stop changes that, no time does. */
import type { CallRule, Objection } from "./call-rule.ts";
import type { CallQuestion, Place } from "./decision.ts";
import type { EmergencyStop } from "./emergency-stop.ts";

const isRegionOf = (region: string, country: string): boolean => region.startsWith(`${country}-`);

/**
 * May the person be where calls are stopped? A stopped country stops its regions. A stopped region stops everybody
 * who is known to be in the country and not known in which region, and everybody of whom nothing is known.
 */
function mayBeIn(stopped: string, { jurisdictions }: Place): boolean {
  if (jurisdictions.length === 0) return true;
  return jurisdictions.some((known) => {
    if (known === stopped || isRegionOf(known, stopped)) return true;
    return isRegionOf(stopped, known) && !jurisdictions.some((other) => isRegionOf(other, known));
  });
}

/** Does the stop concern this call? One that cannot be read does. */
function stopConcerns({ scope, jurisdiction, campaignId }: EmergencyStop, { campaign, place }: CallQuestion): boolean {
  if (scope === "campaign") return campaignId === null || campaign === null || campaignId === campaign.id;
  return scope !== "jurisdiction" || jurisdiction === null || mayBeIn(jurisdiction.toUpperCase(), place);
}

function objectionTo({ scope, jurisdiction }: EmergencyStop): Objection {
  const what = scope === "campaign" ? "of this campaign" : `to ${jurisdiction ?? "an unnamed place"}, where the person is or may be,`;
  return {
    answer: "wait",
    until: null,
    code: "emergency-stop",
    detail: `${scope === "everything" ? "All calls" : `All calls ${what}`} are stopped until somebody lifts the stop.`,
  };
}

export const emergencyStopRule: CallRule = {
  id: "house/emergency-stop",
  version: 1,
  judge: (question) => question.history.stops.filter((stop) => stopConcerns(stop, question)).map(objectionTo),
};
