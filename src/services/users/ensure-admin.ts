import type { Stores } from "../../ports/stores.ts";
import type { makeCreateUser } from "./create-user.ts";

/** The reserved domain `.invalid` (RFC 2606) gets no mail: a name to sign in with, to be changed for a person's own. */
export const FIRST_ADMIN_EMAIL = "admin@callkeeper.invalid";

type Deps = { stores: Pick<Stores, "users" | "transaction">; createUser: ReturnType<typeof makeCreateUser> };

/**
 * See to it that there is somebody who can log in and make the others. The generated password is known in this
 * answer only. Processes that start at once make one admin: the e-mail address is unique.
 */
export function makeEnsureAdmin({ stores, createUser }: Deps) {
  return async function ensureAdmin(admin: {
    email: string;
  }): Promise<{ created: false } | { created: true; email: string; password: string }> {
    const admins = await stores.transaction((tx) => tx.users.lockAdmins());
    if (admins.length > 0) return { created: false };
    const made = await createUser({ email: admin.email, name: "Admin", role: "admin" });
    if (!made.ok || made.password === null) return { created: false };
    return { created: true, email: made.user.email, password: made.password };
  };
}
