import { describe, expect, it } from "vitest";
import { happenings, maskPhone } from "../../../src/cli/up/happenings.ts";
import { nothingNow } from "../../../src/cli/up/look.ts";
import type { LoggedAttempt } from "../../../src/ports/attempt-log.ts";

const NOW = Date.UTC(2026, 10, 21, 22, 0);
const HOUR = 3_600_000;

describe("when nobody may be called now", () => {
  const contacts = { ready: 10, "on-hopper": 0, "in-attempt": 0, finished: 2 };
  const status = { state: "running" as const, contacts, nextDueAt: NOW + 3 * HOUR, waiting: {}, outsideWindowCount: 10 };

  it("says so, why, and when the next opening is", () => {
    expect(nothingNow(status, NOW)).toBe(
      "nobody may be called now (outside the calling hours); the next opening is in 3 h, at 2026-11-22T01:00 UTC",
    );
  });

  it("says in plain words what somebody must do when waiting changes nothing", () => {
    const waiting = { "ring-time": 1, "register-not-loaded": 9 };
    expect(nothingNow({ ...status, waiting, outsideWindowCount: 0, nextDueAt: null }, NOW)).toBe(
      "nobody may be called now; nothing opens by waiting: the law demands a do-not-call register that is not loaded (campaign dialability names it; callkeeper register load); the campaign's ringTimeoutSeconds is not what the law there demands (campaign edit --settings)",
    );
    expect(nothingNow({ ...status, waiting: { ...waiting, recycled: 1 }, outsideWindowCount: 0 }, NOW)).toContain(
      "the next opening is in 3 h",
    );
  });

  it("says nothing while calls are under way or about to begin", () => {
    expect(nothingNow({ ...status, contacts: { ...contacts, "in-attempt": 1 } }, NOW)).toBeNull();
    expect(nothingNow({ ...status, contacts: { ...contacts, "on-hopper": 1 } }, NOW)).toBeNull();
    expect(nothingNow({ ...status, nextDueAt: NOW }, NOW)).toBeNull();
    expect(nothingNow({ ...status, nextDueAt: null }, NOW)).toBeNull();
  });

  it("says how to begin again once everybody has been dealt with", () => {
    expect(nothingNow({ ...status, state: "completed" }, NOW)).toContain("npm start -- --fresh");
    expect(nothingNow({ ...status, state: "paused" }, NOW)).toBe("the campaign is paused");
  });
});

describe("what happened last", () => {
  const attempt = (changes: Partial<LoggedAttempt>): LoggedAttempt => ({
    id: "attempt",
    kind: "list",
    campaignId: "campaign",
    contactId: "contact",
    phone: "+442079460042",
    state: "ringing",
    agentId: null,
    callerId: null,
    answer: null,
    disposition: null,
    dispositionSource: null,
    note: null,
    refusal: null,
    errorCode: null,
    reservedAt: 1,
    submittingAt: null,
    dialingAt: null,
    ringingAt: null,
    answeredAt: null,
    connectedAt: null,
    abandonedAt: null,
    callEndedAt: null,
    closedAt: null,
    ...changes,
  });

  it("is told newest first, by the latest thing known of each attempt, without a whole number", () => {
    const told = happenings(
      [
        attempt({ ringingAt: 5 }),
        attempt({ ringingAt: 5, answeredAt: 6, connectedAt: 7 }),
        attempt({ answeredAt: 6, abandonedAt: 9 }),
        attempt({ closedAt: 20, disposition: "success", note: "Confirmed." }),
        attempt({ closedAt: 30, disposition: "not-placed" }),
        attempt({}),
      ],
      { notes: true },
    );
    expect(told).toEqual([
      { at: 20, what: '+44 ••• 042  Success, "Confirmed."' },
      { at: 9, what: "+44 ••• 042  answered, nobody was free" },
      { at: 7, what: "+44 ••• 042  joined to an agent" },
      { at: 5, what: "+44 ••• 042  ringing" },
    ]);
    expect(maskPhone("+12025550143")).toBe("+12 ••• 143");
  });

  it("leaves out what agents wrote about real people", () => {
    const [told] = happenings([attempt({ closedAt: 20, disposition: "success", note: "private" })], { notes: false });
    expect(told?.what).not.toContain("private");
  });
});
