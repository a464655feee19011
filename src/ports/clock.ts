import type { Instant } from "../../campaigns/instant.ts";

export interface Clock {
  now(): Instant;
}

/** New UUIDv7s: time-ordered, so that the order of ids is the order of creation. */
export interface Ids {
  next(): string;
}
