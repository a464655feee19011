import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { LIMITS, openHouse } from "./house.ts";
import { judge, type Seen, type Written } from "./witness.ts";

/** The guard of design §4 taken out: a submitted attempt falls back to reserved, as if the UPDATE were not conditional. */
const FORGETS_SUBMISSION = sql`
  create function forget_submission() returns trigger language plpgsql as $$
  begin
    new.state := 'reserved'; new.carrier_call_id := null; new.carrier_rank := -1;
    return new;
  end $$;
  create trigger forget_submission before update on attempts for each row
    when (old.state = 'submitting' and new.state = 'dialing') execute function forget_submission();`;

describe("the fault suite can fail", () => {
  it("a house whose attempts forget that they were submitted is caught placing a call twice", async () => {
    await using house = await openHouse({ seed: 9, contacts: 40, redisUrl: null });
    await FORGETS_SUBMISSION.execute(house.database.db);
    await eventually(async () => (await house.seen()).repeatedAttempts.length > 0, { withinMs: 180_000, everyMs: 500 });
    const breaches = judge(await house.seen(), await house.written(), LIMITS);
    expect(breaches.map(({ invariant }) => invariant)).toContain(2);
  }, 300_000);

  const call = { sid: "CA1", to: "+12025550101", direction: "outbound-api", farEnd: "public" as const, attempt: "a1" };
  const placed = { ...call, createdAt: 0, answeredAt: 1, endedAt: 2, queueTimeMs: 0 };
  const seen: Seen = {
    calls: [placed],
    conferences: [{ name: "agent-1", mostPeople: 1 }],
    peaks: { lines: 1 },
    repeatedAttempts: [],
    overlaps: [],
  };
  const attempt = { id: "a1", state: "closed", disposition: "busy", carrier_call_id: "CA1", released: true };
  const written: Written = {
    attempts: [attempt],
    releases: [0],
    agents: [{ id: "g1", attempt_id: null, state: "available" }],
    contacts: [{ state: "finished", count: 1 }],
  };

  it("finds nothing wrong with a run in which nothing is wrong", () => {
    expect(judge(seen, written, LIMITS)).toEqual([]);
  });

  it.each<[string, number, Partial<Seen>, Partial<Written>]>([
    ["one attempt with two calls", 2, { repeatedAttempts: [{ attempt: "a1", sids: ["CA1", "CA2"] }] }, {}],
    ["two calls to one person at once", 2, { overlaps: [{ to: "+12025550101", sids: ["CA1", "CA2"] }] }, {}],
    ["a call that no attempt stands for", 2, { calls: [{ ...placed, attempt: "a2" }] }, {}],
    ["an attempt that never ends", 3, {}, { attempts: [{ ...attempt, state: "ringing", disposition: null }] }],
    ["an agent held by nothing", 3, {}, { agents: [{ id: "g1", attempt_id: "a1", state: "reserved" }] }],
    ["a call that is still alive", 3, { calls: [{ ...placed, endedAt: null }] }, {}],
    ["a call for a released attempt", 3, {}, { attempts: [{ ...attempt, state: "released", disposition: "not-placed" }] }],
    ["two people in one agent's room", 4, { conferences: [{ name: "agent-1", mostPeople: 2 }] }, {}],
    ["too many calls in a second", 8, {}, { releases: Array.from({ length: 30 }, (_, index) => index * 10) }],
    ["too many lines", 8, { peaks: { lines: 99 } }, {}],
    ["a call in the carrier's queue", 8, { calls: [{ ...placed, queueTimeMs: 400 }] }, {}],
    ["a contact that was forgotten", 10, {}, { contacts: [{ state: "ready", count: 1 }] }],
  ])("%s breaks invariant %i", (_, invariant, seenInstead, writtenInstead) => {
    const breaches = judge({ ...seen, ...seenInstead }, { ...written, ...writtenInstead }, LIMITS);
    expect(breaches.map((breach) => breach.invariant)).toContain(invariant);
  });
});
