import { type Call, isOver } from "./calls/call.ts";
import type { Occupancy } from "./conferences/conference.ts";
import type { World } from "./world.ts";

/** What the carrier itself knows of a call: the witness for tests. Instants are milliseconds since 1970. */
export type LedgerCall = {
  sid: string;
  to: string;
  from: string;
  direction: string;
  farEnd: "endpoint" | "public";
  attempt: string | null;
  status: string;
  sipCode: string | null;
  outcome: string | null;
  createdAt: number;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  queueTimeMs: number;
  /** The rooms that it was in, in order. */
  joinedConference: { conferenceSid: string; name: string; joinedAt: number; leftAt: number | null }[];
};

export type LedgerConference = { sid: string; name: string; status: string; mostPeople: number; mostSize: number; occupancy: Occupancy[] };

export type Ledger = {
  calls: LedgerCall[];
  conferences: LedgerConference[];
  /** The most calls accepted (by `createdAt`) and begun (by `startedAt`) in any one second, and the most alive at once. */
  peaks: { acceptedInOneSecond: number; startedInOneSecond: number; lines: number };
  /** Attempts that have more than one call: must be empty. */
  repeatedAttempts: { attempt: string; sids: string[] }[];
  /** Calls to one member of the public that overlapped in time: must be empty. */
  overlaps: { to: string; sids: [string, string] }[];
  /** Calls that had to wait in the carrier's queue. */
  queued: number;
};

function ledgerCall(call: Call): LedgerCall {
  const { sid, to, from, direction, farEnd, attempt, status, sipCode, createdAt, queueTimeMs } = call;
  return {
    sid,
    to,
    from,
    direction,
    farEnd,
    attempt,
    status,
    sipCode,
    outcome: call.act?.outcome ?? null,
    createdAt,
    queueTimeMs,
    startedAt: call.startedAt ?? null,
    answeredAt: call.answeredAt ?? null,
    endedAt: call.endedAt ?? null,
    joinedConference: call.joined.map((visit) => ({
      ...visit,
      leftAt: visit.leftAt ?? null,
    })),
  };
}

/** Everything ever accepted, and what may be read from it without trusting the application. */
export function ledger(world: World): Ledger {
  const calls = [...world.calls.all()];
  const ordered = calls.filter((call) => call.direction === "outbound-api" && call.farEnd === "public");
  return {
    calls: calls.map(ledgerCall),
    conferences: [...world.conferences.values()].map(({ sid, name, status, occupancy }) => ({
      sid,
      name,
      status,
      occupancy,
      mostPeople: Math.max(0, ...occupancy.map((one) => one.people)),
      mostSize: Math.max(0, ...occupancy.map((one) => one.size)),
    })),
    peaks: {
      acceptedInOneSecond: mostInOneSecond(ordered.map((call) => call.createdAt)),
      startedInOneSecond: mostInOneSecond(ordered.flatMap((call) => call.startedAt ?? [])),
      lines: mostAtOnce(ordered, world.clock.now()),
    },
    repeatedAttempts: repeats(ordered),
    overlaps: overlaps(ordered, world.clock.now()),
    queued: ordered.filter((call) => call.queueTimeMs > 0).length,
  };
}

function mostInOneSecond(instants: number[]): number {
  const sorted = instants.sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  sorted.forEach((at, last) => {
    while (at - (sorted[first] ?? at) >= 1000) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

const endOf = (call: Call, now: number) => (isOver(call) ? (call.endedAt ?? now) : now);

function mostAtOnce(calls: Call[], now: number): number {
  const changes = calls.flatMap((call) => [
    { at: call.createdAt, by: 1 },
    { at: endOf(call, now), by: -1 },
  ]);
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let alive = 0;
  let most = 0;
  for (const change of changes) {
    alive += change.by;
    most = Math.max(most, alive);
  }
  return most;
}

function groupBy<T>(items: T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

function repeats(calls: Call[]): Ledger["repeatedAttempts"] {
  const groups = [...groupBy(calls, (call) => call.attempt)].filter(([, group]) => group.length > 1);
  return groups.map(([attempt, group]) => ({ attempt, sids: group.map((call) => call.sid) }));
}

function overlaps(calls: Call[], now: number): Ledger["overlaps"] {
  const found: Ledger["overlaps"] = [];
  for (const [to, group] of groupBy(calls, (call) => call.to)) {
    group.sort((a, b) => a.createdAt - b.createdAt);
    group.forEach((call, index) => {
      const before = group[index - 1];
      if (before && endOf(before, now) > call.createdAt) found.push({ to, sids: [before.sid, call.sid] });
    });
  }
  return found;
}
