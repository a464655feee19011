import { describe, expect, it } from "vitest";
import { CALL_KINDS, type CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import { requestRule } from "../../../campaigns/compliance/request-rule.ts";
import { PLACES, saysOf } from "./law-says.ts";
import { consent, NOON, question, register } from "./questions.ts";

const wanted = ["house/request-on-record request-required never"];

describe("a request on record", () => {
  it.each<[string, ConsentRecord[], string[]]>([
    ["an empty ledger", [], wanted],
    ["an express consent, which is no request", [consent()], wanted],
    ["a request", [consent({ basis: "request" })], []],
    ["a request for the very number", [consent({ basis: "request", phone: "+12025550100" })], []],
    ["a request for another number", [consent({ basis: "request", phone: "+12025550101" })], wanted],
    ["a request to be called about a debt", [consent({ basis: "request", callKinds: ["debt"] })], wanted],
    ["a request about another subject", [consent({ basis: "request", subject: "roofs" })], wanted],
    ["a request that ends this instant", [consent({ basis: "request", until: NOON })], wanted],
  ])("is what a callback needs that is said to be requested: %s", (_title, consents, expected) => {
    const asked = question({ place: PLACES.france, campaign: { callKind: "requested-callback" }, history: { consents } });
    expect(saysOf(requestRule, asked)).toEqual(expected);
    expect(decideCall(asked).answer).toBe(expected.length > 0 ? "never" : "call");
  });

  it.each(CALL_KINDS.filter((kind) => kind !== "requested-callback"))("is not needed by a call of kind %s", (callKind) => {
    expect(saysOf(requestRule, question({ campaign: { callKind } }))).toEqual([]);
  });

  it.each([
    ["France, which demands consent", PLACES.france, {}, ["consent-required"]],
    ["Ohio, on whose register the number is", PLACES.ohio, { registers: [register({ isListed: true })] }, ["on-register"]],
    ["Arizona, which bans calls to mobiles", PLACES.arizona, { registers: [register()] }, ["mobile-ban"]],
  ])("is needed before the kind of call lifts anything: %s", (_title, place, history, code) => {
    const codes = (callKind: CallKind, consents: ConsentRecord[]): string[] => {
      const asked = question({ place, subject: { numberType: "mobile" }, campaign: { callKind }, history: { ...history, consents } });
      const decision = decideCall(asked);
      return decision.answer === "never" ? [...new Set(decision.reasons.map((reason) => reason.code))] : [];
    };
    expect(codes("telemarketing", [])).toEqual(code);
    expect(codes("requested-callback", [])).toEqual(["request-required"]);
    expect(codes("requested-callback", [consent({ basis: "request" })])).toEqual([]);
  });
});
