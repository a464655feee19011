/**
 * preview      the agent sees the contact, then dials
 * progressive  one call for each free agent
 * power        a fixed ratio of calls to free agents
 */
export const DIAL_MODES = ["preview", "progressive", "power"] as const;
export type DialMode = (typeof DIAL_MODES)[number];
