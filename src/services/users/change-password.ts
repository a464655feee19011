import type { Credentials } from "../../ports/credentials.ts";
import type { Stores } from "../../ports/stores.ts";

type Deps = { stores: Stores; credentials: Credentials };
export type PasswordChange = { userId: string; currentPassword: string; newPassword: string; sessionId: string };

/** Change one's own password. Every other session of the user ends. */
export function makeChangePassword({ stores, credentials }: Deps) {
  return async function changePassword(
    change: PasswordChange,
  ): Promise<{ ok: true } | { ok: false; reason: "wrong-password" | "same-password" }> {
    const found = await stores.users.secretOf(change.userId);
    const matches = await credentials.isPassword(change.currentPassword, found?.passwordHash ?? null);
    if (!matches) return { ok: false, reason: "wrong-password" };
    if (change.newPassword === change.currentPassword) return { ok: false, reason: "same-password" };
    const passwordHash = await credentials.hashPassword(change.newPassword);
    await stores.transaction(async (tx) => {
      await tx.users.change(change.userId, { passwordHash });
      await tx.users.endSessions(change.userId, change.sessionId);
    });
    return { ok: true };
  };
}
