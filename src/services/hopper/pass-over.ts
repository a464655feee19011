import { type Instant, MINUTE_MS } from "../../../campaigns/instant.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import type { Stores } from "../../ports/stores.ts";

/** The person or number of a contact just taken has an open attempt elsewhere: it waits a minute and is judged again. */
export const passOver = (tx: Stores, candidate: Candidate, now: Instant): Promise<void> =>
  tx.hopper.putBack(candidate.campaignId, candidate.contactId, {
    dueAt: now + MINUTE_MS,
    position: candidate.position,
    waitReason: "person-on-a-call",
    lastDisposition: null,
    placed: false,
  });
