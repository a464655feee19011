import { describe, expect, it } from "vitest";
import { CALL_KINDS, type CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import { consentsLeft, type Withdrawal, withdrawalsAgainst } from "../../../campaigns/compliance/withdrawal.ts";

const consent = (more: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: "given",
  phone: null,
  basis: "express",
  callKinds: [],
  subject: null,
  obtainedAt: 1_000,
  until: null,
  agreedTime: null,
  lastUsedAt: null,
  ...more,
});
const withdrawal = (more: Partial<Withdrawal> = {}): Withdrawal => ({
  id: "taken",
  callKinds: [],
  subject: null,
  withdrawnAt: 2_000,
  ...more,
});
const kindsLeft = (one: ConsentRecord, ...taken: Withdrawal[]): readonly CallKind[] | undefined => consentsLeft([one], taken)[0]?.callKinds;

describe("what a withdrawal leaves of a consent", () => {
  it.each<[what: string, given: Partial<ConsentRecord>, taken: Partial<Withdrawal>, isLeft: boolean]>([
    ["everything, of all that was given before", {}, {}, false],
    ["everything, at the very moment it was given", { obtainedAt: 2_000 }, {}, false],
    ["everything, before it was given again", { obtainedAt: 2_001 }, {}, true],
    ["its one kind", { callKinds: ["telemarketing"] }, { callKinds: ["telemarketing"] }, false],
    ["another kind", { callKinds: ["debt"] }, { callKinds: ["telemarketing"] }, true],
    ["its subject", { subject: "solar" }, { subject: "solar" }, false],
    ["another subject", { subject: "roofs" }, { subject: "solar" }, true],
    ["one subject of a consent to all: which are left is not known", {}, { subject: "solar" }, false],
  ])("%s", (_what, given, taken, isLeft) => {
    expect(consentsLeft([consent(given)], [withdrawal(taken)])).toHaveLength(isLeft ? 1 : 0);
  });

  it("is the other kinds, also of a consent to all kinds, and after several withdrawals", () => {
    const noSales = withdrawal({ callKinds: ["telemarketing"] });
    expect(kindsLeft(consent(), noSales)).toEqual(CALL_KINDS.filter((kind) => kind !== "telemarketing"));
    const narrow = consent({ callKinds: ["telemarketing", "debt"] });
    expect(kindsLeft(narrow, noSales)).toEqual(["debt"]);
    expect(kindsLeft(narrow, noSales, withdrawal({ callKinds: ["debt"] }))).toBeUndefined();
  });
});

describe("a withdrawal of a part refuses calls of that part", () => {
  const against = (taken: Partial<Withdrawal>, about: { callKind: CallKind | null; subject: string | null }, given: ConsentRecord[] = []) =>
    withdrawalsAgainst([withdrawal(taken)], given, about).length > 0;
  const sale = { callKind: "telemarketing", subject: "solar" } as const;

  it.each<[what: string, taken: Partial<Withdrawal>, isRefused: boolean]>([
    ["of their kind", { callKinds: ["telemarketing"] }, true],
    ["and none of another kind", { callKinds: ["debt"] }, false],
    ["of their subject", { subject: "solar" }, true],
    ["and none of another subject", { subject: "roofs" }, false],
    ["only where kind and subject both fit", { callKinds: ["debt"], subject: "solar" }, false],
  ])("%s", (_what, taken, isRefused) => {
    expect(against(taken, sale)).toBe(isRefused);
  });

  it("also when nobody knows what the call is about", () => {
    expect(against({ subject: "solar" }, { callKind: "telemarketing", subject: null })).toBe(true);
    expect(against({ callKinds: ["debt"] }, { callKind: null, subject: null })).toBe(true);
  });

  it("until the person consents to such calls again", () => {
    const taken = { callKinds: ["telemarketing" as const] };
    expect(against(taken, sale, [consent({ obtainedAt: 3_000 })])).toBe(false);
    expect(against(taken, sale, [consent({ obtainedAt: 3_000, callKinds: ["debt"] })])).toBe(true);
    expect(against(taken, sale, [consent({ obtainedAt: 1_000 })])).toBe(true);
  });
});
