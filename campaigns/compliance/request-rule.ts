/**
 * A callback that the person asked for is spared consent, registers and bans on mobiles (legal-parts.ts). That a campaign
 * says its calls are such proves nothing: the consent ledger has the request, for this very number, or nobody is called.
 */
import type { CallRule } from "./call-rule.ts";
import { conditionHolds } from "./conditions-held.ts";

export const requestRule: CallRule = {
  id: "house/request-on-record",
  version: 1,
  judge: (question) =>
    question.campaign?.callKind === "requested-callback" && !conditionHolds("request", question)
      ? [{ answer: "never", code: "request-required", detail: "Nobody asked for this call: no request is on record that holds now." }]
      : [],
};
