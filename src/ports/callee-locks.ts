/**
 * Whoever forbids calls and whoever releases one take the same locks, held until the transaction ends: a release
 * either sees what was forbidden, or was there before it (invariant 6). Only within a transaction. Always in the
 * same order, the number before its person, so that two who want some of the same never wait for each other.
 */
export interface CalleeLocks {
  /** For a release: the number, its person and `personId` stay as they are, and no prefix is forbidden meanwhile. */
  forRelease(callee: { phone: string; personId: string }): Promise<void>;
  /** No call to this number is released meanwhile. */
  number(phone: string): Promise<void>;
  /** No call to whoever answers this number is released meanwhile, on any number of theirs. Gives the person, if known. */
  person(phone: string): Promise<string | null>;
  /** No call to anybody is released meanwhile: for entries that name many numbers at once. */
  everybody(): Promise<void>;
}
