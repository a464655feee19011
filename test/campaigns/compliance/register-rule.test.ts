import { describe, expect, it } from "vitest";
import { CALL_KINDS } from "../../../campaigns/compliance/call-kind.ts";
import { registerRule } from "../../../campaigns/compliance/register-rule.ts";
import { PLACES, saysOf } from "./law-says.ts";
import { consent, question, register } from "./questions.ts";

type Asked = NonNullable<Parameters<typeof question>[0]>;
const inOhio = (history: Asked["history"], campaign: Asked["campaign"] = {}): Asked => ({
  place: PLACES.ohio,
  ...(history ? { history } : {}),
  campaign,
});
const listed = register({ isListed: true });

describe("a register that the law demands", () => {
  it.each<[string, Asked, string[]]>([
    ["is not loaded: nobody is called until it is", inOhio({}), ["us-tcpa register-not-loaded held"]],
    ["is loaded and young, and the number is not on it", inOhio({ registers: [register()] }), []],
    ["is 31 days old", inOhio({ registers: [register({ daysAgo: 31 })] }), []],
    [
      "is older than 31 days: a stale one stops all calls",
      inOhio({ registers: [register({ daysAgo: 31.01 })] }),
      ["us-tcpa register-stale held"],
    ],
    ["has a date that cannot be read", inOhio({ registers: [register({ asOf: Number.NaN })] }), ["us-tcpa register-stale held"]],
    ["has a date far in the future", inOhio({ registers: [register({ daysAgo: -3 })] }), ["us-tcpa register-stale held"]],
    ["has the number", inOhio({ registers: [listed] }), ["us-tcpa on-register never"]],
    [
      "has the number, who bought from us within 18 months",
      inOhio({ registers: [listed], consents: [consent({ basis: "purchase", daysAgo: 500 })] }),
      [],
    ],
    [
      "has the number, who bought from us longer ago",
      inOhio({ registers: [listed], consents: [consent({ basis: "purchase", daysAgo: 560 })] }),
      ["us-tcpa on-register never"],
    ],
    [
      "has the number, who asked about our goods within three months",
      inOhio({ registers: [listed], consents: [consent({ basis: "inquiry", daysAgo: 80 })] }),
      [],
    ],
    [
      "has the number, who gave consent that one of two laws wants in writing",
      inOhio({ registers: [listed], consents: [consent()] }),
      ["us-tsr on-register never"],
    ],
    ["has the number, who asked for this very call", inOhio({ registers: [listed] }, { callKind: "requested-callback" }), []],
    ["has the number, who is called about a delivery", inOhio({ registers: [listed] }, { callKind: "informational" }), []],
    [
      "is that of the state beside the national one",
      { place: PLACES.texas, history: { registers: [register()] } },
      ["us-tx register-not-loaded held"],
    ],
  ])("%s", (_title, asked, expected) => {
    const said = saysOf(registerRule, question(asked));
    // Two federal laws demand the same register: either may be the one that says so.
    expect(said.map((one) => (expected.length > 0 && !expected[0]?.startsWith("us-tsr") ? one.replace("us-tsr", "us-tcpa") : one))).toEqual(
      expected,
    );
  });

  it("is borrowed by no other kind of call: France's surveys ask no register", () => {
    expect(saysOf(registerRule, question({ place: PLACES.unitedKingdom, campaign: { callKind: "research" } }))).toEqual([]);
  });
});

describe("a list that was loaded although no law demands it", () => {
  const litigator = register({ register: "litigators", kind: "litigator", isListed: true, daysAgo: 900 });
  const ofState = register({ register: "us-oh", kind: "state", isListed: true });

  it.each(CALL_KINDS)("people who sue callers are never called, whatever the call is for: %s", (callKind) => {
    const history = { registers: [register(), litigator], consents: [consent({ basis: "written" })] };
    expect(saysOf(registerRule, question(inOhio(history, { callKind })))).toEqual(["law/registers on-register never"]);
  });

  it.each(CALL_KINDS)("of a state: whoever is on it is not called, whatever the call is for: %s", (callKind) => {
    expect(saysOf(registerRule, question(inOhio({ registers: [register(), ofState] }, { callKind })))).toEqual([
      "law/registers on-register never",
    ]);
  });

  it("of another nation forbids nothing", () => {
    const other = register({ register: "gb-tps", isListed: true });
    expect(saysOf(registerRule, question(inOhio({ registers: [register(), other] })))).toEqual([]);
  });

  it("without the number on it says nothing, however old it is", () => {
    const registers = [register(), { ...litigator, isListed: false }, { ...ofState, isListed: false }];
    expect(saysOf(registerRule, question(inOhio({ registers })))).toEqual([]);
  });
});
