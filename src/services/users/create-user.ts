import type { Role } from "../../../campaigns/role.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Stores } from "../../ports/stores.ts";
import type { User } from "../../ports/user-store.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; credentials: Credentials };
export type NewUser = { email: string; name: string; role: Role; password?: string | undefined };
/** `password` is the one that was made, null when one was given. It is known in this answer only. */
export type UserCreated = { ok: true; user: User; password: string | null } | { ok: false; reason: "email-taken" };

/** Add someone who can log in; an agent gets a desk with it. */
export function makeCreateUser({ stores, clock, ids, credentials }: Deps) {
  return async function createUser(wanted: NewUser): Promise<UserCreated> {
    const made = wanted.password === undefined ? credentials.makePassword() : null;
    const passwordHash = await credentials.hashPassword(wanted.password ?? made ?? "");
    return stores.transaction(async (tx) => {
      const { email, name, role } = wanted;
      const user = await tx.users.add({ id: ids.next(), email: email.trim(), name, role, passwordHash, createdAt: clock.now() });
      if (!user) return { ok: false, reason: "email-taken" };
      if (role === "agent") await tx.agents.ensure(user.id, `agent-${ids.next()}`);
      return { ok: true, user, password: made };
    });
  };
}
