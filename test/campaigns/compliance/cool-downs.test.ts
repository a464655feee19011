import { describe, expect, it } from "vitest";
import { coolDownRule } from "../../../campaigns/compliance/cool-downs.ts";
import { PLACES, saysOf } from "./law-says.ts";
import { attempt, consent, doNotCallEntry, NOON, question } from "./questions.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const OTHER = "+12025550101";
type Asked = NonNullable<Parameters<typeof question>[0]>;
const debt = { callKind: "debt" } as const;
const inbound = (hoursAgo: number, debtId: string | null = null) => ({ at: NOON - hoursAgo * HOUR_MS, subject: null, debtId });

describe("cool-downs of the law, each by its name", () => {
  it.each<[string, Asked, string[]]>([
    [
      "Regulation F: seven days after a conversation about the debt, on whatever number it was",
      { place: PLACES.ohio, campaign: debt, history: { placed: [attempt(24, { phone: OTHER, outcomes: ["conversation"] })] } },
      ["us-regf cool-down 144"],
    ],
    [
      "Regulation F: the person called us, which counts just the same",
      { place: PLACES.ohio, campaign: debt, history: { inboundConversations: [inbound(100)] } },
      ["us-regf cool-down 68"],
    ],
    [
      "Regulation F: the conversation was about another debt",
      { place: PLACES.ohio, campaign: debt, subject: { debtId: "debt-2" }, history: { inboundConversations: [inbound(100, "debt-1")] } },
      [],
    ],
    [
      "Regulation F: a person who refused was spoken to, even where nobody noted it",
      { place: PLACES.ohio, campaign: debt, history: { placed: [attempt(24, { outcomes: ["refusal"] })] } },
      ["us-regf cool-down 144"],
    ],
    [
      "Regulation F: nobody answered",
      { place: PLACES.ohio, campaign: debt, history: { placed: [attempt(24), attempt(2, { outcomes: ["machine"] })] } },
      [],
    ],
    [
      "Regulation F: it is over to the second",
      { place: PLACES.ohio, campaign: debt, history: { inboundConversations: [inbound(168)] } },
      [],
    ],
    [
      "France: 60 full days after a refusal, on every number of the person",
      { place: PLACES.france, history: { placed: [attempt(24, { phone: OTHER, outcomes: ["conversation", "refusal"] })] } },
      ["fr-optin cool-down 1440"],
    ],
    [
      "the United Kingdom: 72 hours after an abandoned call",
      { place: PLACES.unitedKingdom, history: { placed: [attempt(2, { outcomes: ["abandoned"] })] } },
      ["gb-ofcom cool-down 70"],
    ],
    [
      "the United Kingdom: an agent who is held for this very call lifts it",
      {
        place: PLACES.unitedKingdom,
        subject: { isAgentHeld: true },
        history: { placed: [attempt(2, { outcomes: ["abandoned"] }), attempt(1, { outcomes: ["machine"] })] },
      },
      [],
    ],
    [
      "the United Kingdom: the abandoned call was to another number",
      { place: PLACES.unitedKingdom, history: { placed: [attempt(2, { phone: OTHER, outcomes: ["abandoned"] })] } },
      [],
    ],
    [
      "the United Kingdom: a machine answered today",
      { place: PLACES.unitedKingdom, history: { placed: [attempt(5, { outcomes: ["machine"] })] } },
      ["gb-ofcom cool-down 19"],
    ],
    [
      "the state of Washington: a year after a person asked not to be called, although the entry has expired",
      {
        place: PLACES.washingtonState,
        history: { doNotCall: [doNotCallEntry({ target: "person", createdAt: NOON - 360 * DAY_MS, expiresAt: NOON - DAY_MS })] },
      },
      ["us-wa cool-down 120"],
    ],
    [
      "the state of Washington: when the person asked cannot be read, so it was just now",
      {
        place: PLACES.washingtonState,
        history: { doNotCall: [doNotCallEntry({ createdAt: Number.NaN, expiresAt: NOON - DAY_MS })] },
      },
      ["us-wa cool-down 8760"],
    ],
    [
      "the state of Washington: an entry for a whole prefix is nobody's request",
      {
        place: PLACES.washingtonState,
        history: { doNotCall: [doNotCallEntry({ target: "prefix", createdAt: NOON - 360 * DAY_MS, expiresAt: NOON - DAY_MS })] },
      },
      [],
    ],
    [
      "Nevada: a recording never again to a number whose user hung up on one",
      {
        place: PLACES.nevada,
        campaign: { callKind: "prerecorded" },
        history: { placed: [attempt(9_000, { outcomes: ["hung-up"] })] },
      },
      ["us-nv-adad cool-down never"],
    ],
  ])("%s", (_title, asked, expected) => {
    expect(saysOf(coolDownRule, question(asked))).toEqual(expected);
  });

  it("after a refusal end with a later request to be called back", () => {
    const asked = (daysAgo: number, callKind: "requested-callback" | "telemarketing") =>
      question({
        place: PLACES.france,
        campaign: { callKind },
        history: {
          placed: [attempt(10 * 24, { outcomes: ["conversation", "refusal"] })],
          consents: [consent({ basis: "request", daysAgo })],
        },
      });
    expect(saysOf(coolDownRule, asked(2, "requested-callback"))).toEqual([]);
    expect(saysOf(coolDownRule, asked(12, "requested-callback"))).toEqual(["fr-optin cool-down 1224"]);
    // A request to be called back is no leave to sell.
    expect(saysOf(coolDownRule, asked(2, "telemarketing"))).toEqual(["fr-optin cool-down 1224"]);
  });

  it("after an abandoned call do not end with a request", () => {
    const history = { placed: [attempt(2, { outcomes: ["abandoned"] as const })], consents: [consent({ basis: "request", daysAgo: 0 })] };
    expect(saysOf(coolDownRule, question({ place: PLACES.unitedKingdom, campaign: { callKind: "requested-callback" }, history }))).toEqual([
      "gb-ofcom cool-down 70",
    ]);
  });

  it("count from the last time that it happened", () => {
    const history = { placed: [30, 10, 50].map((hours) => attempt(hours, { outcomes: ["abandoned"] as const })) };
    expect(saysOf(coolDownRule, question({ place: PLACES.unitedKingdom, history }))).toEqual(["gb-ofcom cool-down 62"]);
  });

  it("run from the end of the call, not from its beginning", () => {
    const placed = [attempt(24, { outcomes: ["conversation"], endedAt: NOON - 23 * HOUR_MS })];
    expect(saysOf(coolDownRule, question({ place: PLACES.ohio, campaign: debt, history: { placed } }))).toEqual(["us-regf cool-down 145"]);
  });
});
