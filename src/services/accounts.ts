/** All services around who may log in, joined over the ports they need. Knows no brand. */
import type { Clock, Ids } from "../ports/clock.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Stores } from "../ports/stores.ts";
import { makeIssueApiKey } from "./api-keys/issue-api-key.ts";
import { makeChangePassword } from "./users/change-password.ts";
import { makeCheckPassword } from "./users/check-password.ts";
import { makeCreateUser } from "./users/create-user.ts";
import { makeEditUser } from "./users/edit-user.ts";
import { makeEnsureAdmin } from "./users/ensure-admin.ts";

export type Accounts = ReturnType<typeof makeAccounts>;

export function makeAccounts(deps: { stores: Stores; clock: Clock; ids: Ids; credentials: Credentials }) {
  const createUser = makeCreateUser(deps);
  return {
    checkPassword: makeCheckPassword(deps),
    createUser,
    editUser: makeEditUser(deps),
    changePassword: makeChangePassword(deps),
    issueApiKey: makeIssueApiKey(deps),
    ensureAdmin: makeEnsureAdmin({ ...deps, createUser }),
  };
}
