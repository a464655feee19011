import type { Credentials } from "../../ports/credentials.ts";
import type { Stores } from "../../ports/stores.ts";
import type { User } from "../../ports/user-store.ts";

type Deps = { stores: Pick<Stores, "users">; credentials: Credentials };

/** Who signs in with these? `undefined` for an unknown address, a wrong password and a disabled user alike, and as slowly. */
export function makeCheckPassword({ stores, credentials }: Deps) {
  return async function checkPassword(given: { email: string; password: string }): Promise<User | undefined> {
    const found = await stores.users.secretOfEmail(given.email.trim());
    const matches = await credentials.isPassword(given.password, found?.passwordHash ?? null);
    return matches && found && found.user.disabledAt === null ? found.user : undefined;
  };
}
