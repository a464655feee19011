/**
 * The one table of what each role may do. Every route of the contract names one line of it;
 * a test walks all routes with all roles.
 */
import type { Role } from "../../campaigns/role.ts";

const everyone: readonly Role[] = ["agent", "marketer", "supervisor", "admin"];
const staff: readonly Role[] = ["marketer", "supervisor", "admin"];
const floor: readonly Role[] = ["supervisor", "admin"];

export const PERMISSIONS = {
  /** Probes and the sign-in itself: nobody has to say who they are. */
  open: "open",
  /** Whoever is signed in: their own login session, live events (filtered by role), the API's description. */
  "be-signed-in": everyone,
  "take-calls": ["agent"],
  "read-campaigns": everyone,
  "run-campaigns": staff,
  "read-contacts": staff,
  "bring-lists": ["marketer", "admin"],
  "read-attempts": staff,
  "read-do-not-call": staff,
  /** Anybody who is asked not to call again must be able to write it down. */
  "forbid-calls": everyone,
  "withdraw-forbid": floor,
  "read-consents": staff,
  "record-consent": staff,
  "read-registers": staff,
  /** A wrong file would let calls go out that the right one forbids. */
  "load-registers": floor,
  "watch-floor": floor,
  "look-after-agents": floor,
  /** Supervisors answer for the law; a stop must not wait for an administrator. */
  "stop-calls": floor,
  /** The record of calls holds the numbers of everybody. */
  "read-records": floor,
  "erase-persons": ["admin"],
  "read-metrics": floor,
  "manage-accounts": ["admin"],
} as const satisfies Record<string, readonly Role[] | "open">;

export type Permission = keyof typeof PERMISSIONS;

/** May this role do it? */
export function roleMay(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] | "open" = PERMISSIONS[permission];
  return roles === "open" || roles.includes(role);
}
