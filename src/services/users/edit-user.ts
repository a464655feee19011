import type { Role } from "../../../campaigns/role.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Stores } from "../../ports/stores.ts";
import type { User, UserChanges } from "../../ports/user-store.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; credentials: Credentials };
export type UserEdit = {
  name?: string | undefined;
  role?: Role | undefined;
  password?: string | undefined;
  disabled?: boolean | undefined;
};
export type UserEdited = { ok: true; user: User } | { ok: false; reason: "not-found" | "last-admin" };

/** Change someone who can log in. Unless only the name changes, their sessions end. The last admin stays one. */
export function makeEditUser({ stores, clock, ids, credentials }: Deps) {
  return async function editUser(id: string, edit: UserEdit): Promise<UserEdited> {
    const passwordHash = edit.password === undefined ? undefined : await credentials.hashPassword(edit.password);
    return stores.transaction(async (tx) => {
      const admins = await tx.users.lockAdmins();
      const losesAdmin = edit.disabled === true || (edit.role !== undefined && edit.role !== "admin");
      if (losesAdmin && admins.length === 1 && admins[0]?.id === id) return { ok: false, reason: "last-admin" };
      const changes: UserChanges = {
        ...(edit.name !== undefined && { name: edit.name }),
        ...(edit.role !== undefined && { role: edit.role }),
        ...(passwordHash !== undefined && { passwordHash }),
        ...(edit.disabled !== undefined && { disabledAt: edit.disabled ? clock.now() : null }),
      };
      const user = await tx.users.change(id, changes);
      if (!user) return { ok: false, reason: "not-found" };
      if (user.role === "agent") await tx.agents.ensure(id, `agent-${ids.next()}`);
      if (edit.role !== undefined || passwordHash !== undefined || edit.disabled) await tx.users.endSessions(id, null);
      return { ok: true, user };
    });
  };
}
