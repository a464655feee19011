import type { Role } from "../../../campaigns/role.ts";
import type { ApiKey } from "../../ports/api-key-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Stores } from "../../ports/stores.ts";

type Deps = { stores: Pick<Stores, "apiKeys">; clock: Clock; ids: Ids; credentials: Credentials };

/** Issue a key for a program. Its secret is known in this answer only. */
export function makeIssueApiKey({ stores, clock, ids, credentials }: Deps) {
  return async function issueApiKey(wanted: {
    name: string;
    role: Role;
    createdBy: string | null;
  }): Promise<{ apiKey: ApiKey; key: string }> {
    const { key, keyHash } = credentials.makeApiKey();
    const apiKey = await stores.apiKeys.add({ id: ids.next(), ...wanted, keyHash, createdAt: clock.now() });
    return { apiKey, key };
  };
}
