import { v7 } from "uuid";
import type { Ids } from "../../ports/clock.ts";

/** UUIDv7 (RFC 9562): within one process strictly growing, also within one millisecond. */
export const systemIds: Ids = { next: () => v7() };
