/**
 * What a person who can log in may be. What each role may do over HTTP: src/contract/permissions.ts.
 *
 *   agent       talks; sees only their own state and call
 *   marketer    brings lists, makes and runs campaigns
 *   supervisor  watches the floor, runs campaigns, looks after agents
 *   admin       everything, and the accounts of the others
 */
export const ROLES = ["agent", "marketer", "supervisor", "admin"] as const;
export type Role = (typeof ROLES)[number];
