/**
 * The gate: may this number be called now? The only authority, asked when a contact goes on the hopper and again in
 * the transaction that releases the call, for every kind of call. Nothing skips it.
 */
import type { CallRule } from "./call-rule.ts";
import type { CallDecision, CallQuestion } from "./decision.ts";
import { HOUSE_RULES } from "./house-rules.ts";
import { weigh } from "./weigh-rules.ts";

/** May this number be called now? Pure: the same question and rules always get the same answer. */
export const decideCall = (question: CallQuestion, rules: readonly CallRule[] = HOUSE_RULES): CallDecision => weigh(question, rules);
