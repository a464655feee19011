/**
 * Judges a run by what the carrier itself saw and by what was written down. Pure: a ledger and rows go in, broken
 * invariants come out, each with its number (DESIGN §8) and what was found.
 */
export type SeenCall = {
  sid: string;
  to: string;
  direction: string;
  farEnd: "endpoint" | "public";
  attempt: string | null;
  createdAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  queueTimeMs: number;
};
export type Seen = {
  calls: SeenCall[];
  conferences: { name: string; mostPeople: number }[];
  peaks: { lines: number };
  repeatedAttempts: { attempt: string; sids: string[] }[];
  overlaps: { to: string; sids: string[] }[];
};
export type Written = {
  attempts: { id: string; state: string; disposition: string | null; carrier_call_id: string | null; released: boolean }[];
  releases: number[];
  agents: { id: string; attempt_id: string | null; state: string }[];
  contacts: { state: string; count: number }[];
};

export type Breach = { invariant: number; found: string };

export function judge(seen: Seen, written: Written, limits: { callsPerSecond: number; lines: number }): Breach[] {
  return [
    ...oneCallEach(seen, written),
    ...oneEnd(seen, written),
    ...onePerson(seen),
    ...withinLimits(seen, written, limits),
    ...nothingLost(written),
  ];
}

/** 2: an attempt places at most one call; a person is never on two of our calls at once. */
function oneCallEach(seen: Seen, written: Written): Breach[] {
  const known = new Set(written.attempts.map(({ id }) => id));
  const strangers = seen.calls.filter((call) => call.farEnd === "public" && call.attempt !== null && !known.has(call.attempt));
  return [
    ...seen.repeatedAttempts.map(({ attempt, sids }) => ({ invariant: 2, found: `attempt ${attempt} placed ${sids.length} calls` })),
    ...seen.overlaps.map(({ sids }) => ({ invariant: 2, found: `calls ${sids.join(" and ")} to one person at the same time` })),
    ...strangers.map(({ sid }) => ({ invariant: 2, found: `call ${sid} of no attempt that we know` })),
  ];
}

/** 3: every attempt ends in exactly one disposition; every reservation is released; nothing hangs. */
function oneEnd(seen: Seen, written: Written): Breach[] {
  const open = written.attempts.filter(({ state, disposition }) => (state !== "closed" && state !== "released") || disposition === null);
  const held = written.agents.filter((agent) => agent.attempt_id !== null);
  const living = seen.calls.filter((call) => call.farEnd === "public" && call.endedAt === null);
  const released = new Set(written.attempts.filter(({ state }) => state === "released").map(({ id }) => id));
  const placedAllTheSame = seen.calls.filter((call) => call.attempt !== null && released.has(call.attempt));
  return [
    ...open.map(({ id, state }) => ({ invariant: 3, found: `attempt ${id} is still ${state}` })),
    ...held.map(({ id, state }) => ({ invariant: 3, found: `agent ${id} is ${state} for an attempt that is over` })),
    ...living.map(({ sid }) => ({ invariant: 3, found: `call ${sid} is still alive at the carrier` })),
    ...placedAllTheSame.map(({ sid }) => ({ invariant: 3, found: `call ${sid} was placed for an attempt that was released` })),
  ];
}

/** 4: one agent, at most one person: never two people in one agent's room. */
const onePerson = (seen: Seen): Breach[] =>
  seen.conferences
    .filter(({ mostPeople }) => mostPeople > 1)
    .map(({ name, mostPeople }) => ({ invariant: 4, found: `${mostPeople} people at once in ${name}` }));

/** 8: calls per second and lines are never exceeded, over all processes. */
function withinLimits(seen: Seen, written: Written, limits: { callsPerSecond: number; lines: number }): Breach[] {
  const releases = [...written.releases].sort((a, b) => a - b);
  const queued = seen.calls.filter((call) => call.queueTimeMs > 0);
  // Any second of releases: one more than the rate may fall into it when it begins and ends on one.
  const most = Math.max(0, ...releases.map((at, first) => releases.filter((other, index) => index >= first && other < at + 1_000).length));
  return [
    ...(most > limits.callsPerSecond + 1
      ? [{ invariant: 8, found: `${most} calls released within one second, ${limits.callsPerSecond} are allowed` }]
      : []),
    ...(seen.peaks.lines > limits.lines ? [{ invariant: 8, found: `${seen.peaks.lines} calls at once, ${limits.lines} are allowed` }] : []),
    ...queued.map(({ sid, queueTimeMs }) => ({ invariant: 8, found: `call ${sid} waited ${queueTimeMs} ms in the carrier's queue` })),
  ];
}

/** 10: losing every job loses no attempt or contact: every contact was carried to its end. */
const nothingLost = (written: Written): Breach[] =>
  written.contacts
    .filter(({ state }) => state !== "finished")
    .map(({ state, count }) => ({ invariant: 10, found: `${count} contacts are still ${state}` }));
