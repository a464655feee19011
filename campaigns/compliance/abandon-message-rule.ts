/**
 * No call that could be abandoned goes out before the message that the law demands can be said. A call for which an
 * agent is held cannot be abandoned.
 */
import { DAY_MS } from "../instant.ts";
import { demandedParts, missingForMessage } from "./abandonment/message.ts";
import type { CallRule } from "./call-rule.ts";

export const abandonMessageRule: CallRule = {
  id: "law/abandon-message",
  version: 1,
  judge({ campaign, place, subject, now }) {
    if (!campaign || subject.isAgentHeld || !campaign.isAutomatic) return [];
    const missing = missingForMessage(campaign, demandedParts(campaign, place.jurisdictions, Math.floor(now / DAY_MS)));
    if (missing.length === 0) return [];
    return [
      {
        answer: "wait",
        until: null,
        code: "abandon-message-incomplete",
        detail: `The law at the place says what an abandoned person must hear; the campaign lacks ${missing.join(" and ")}: set ${missing.length > 1 ? "them" : "it"} in its settings.`,
      },
    ];
  },
};
