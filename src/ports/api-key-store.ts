import type { Instant } from "../../campaigns/instant.ts";
import type { Role } from "../../campaigns/role.ts";

/** What a program shows instead of a password. Only its hash is kept. */
export type ApiKey = { id: string; name: string; role: Role; createdAt: Instant; lastUsedAt: Instant | null; revokedAt: Instant | null };

export interface ApiKeyStore {
  add(key: { id: string; name: string; role: Role; keyHash: Buffer; createdBy: string | null; createdAt: Instant }): Promise<ApiKey>;
  /** The key with this hash that is not revoked. Notes that it was used, at most once a minute. */
  use(keyHash: Buffer, now: Instant): Promise<ApiKey | undefined>;
  all(): Promise<ApiKey[]>;
  /** `undefined`: there is no such key. Again is the same. */
  revoke(id: string, now: Instant): Promise<ApiKey | undefined>;
}
