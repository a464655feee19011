/**
 * How many contacts the hopper should hold: enough for the next minute, few enough that what stands on it is
 * still true when its turn comes.
 */
const LEAST = 20;
const MOST = 2_000;
/** A shelf is filled for this long ahead. */
const AHEAD_SECONDS = 30;

export function hopperLevel(floor: { agentsSignedIn: number; dialRatio: number; callsPerSecond: number }): number {
  const byAgents = floor.agentsSignedIn * floor.dialRatio * 4;
  const byRate = floor.callsPerSecond * AHEAD_SECONDS;
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.min(byAgents, byRate))));
}

/** Filled again at half: a fill is one statement for many contacts, so it pays to wait a little. */
export const needsFilling = (level: number, wanted: number): boolean => level <= wanted / 2;
