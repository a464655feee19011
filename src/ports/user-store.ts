import type { Instant } from "../../campaigns/instant.ts";
import type { Role } from "../../campaigns/role.ts";
import type { Page, PageQuery } from "./page.ts";

/** Someone who can log in. The password's hash leaves the store only by `secretOf…`. */
export type User = { id: string; email: string; name: string; role: Role; createdAt: Instant; disabledAt: Instant | null };
export type UserSecret = { user: User; passwordHash: string };
export type UserChanges = Partial<{ name: string; role: Role; passwordHash: string; disabledAt: Instant | null }>;

export interface UserStore {
  /** `undefined`: the e-mail address, in whatever case, belongs to somebody already. */
  add(user: Omit<User, "disabledAt"> & { passwordHash: string }): Promise<User | undefined>;
  find(id: string): Promise<User | undefined>;
  secretOf(id: string): Promise<UserSecret | undefined>;
  secretOfEmail(email: string): Promise<UserSecret | undefined>;
  change(id: string, changes: UserChanges): Promise<User | undefined>;
  /** Oldest first. */
  page(query: PageQuery): Promise<Page<User>>;
  /** Admins who may log in; their rows are locked until the transaction ends, so that the last one cannot be lost by a race. */
  lockAdmins(): Promise<User[]>;
  /** End the user's login sessions, all or all but one. */
  endSessions(userId: string, exceptSessionId: string | null): Promise<void>;
}
