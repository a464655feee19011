/**
 * Creates that may be sent twice: with the same `Idempotency-Key` and the same input, the second gets the first's answer.
 * Kept in PostgreSQL for each principal, so restarts and other processes do not matter. Only what was created is kept:
 * after a refusal or a failure the key is free again, for nothing was made.
 */
import { createHash, type Hash } from "node:crypto";
import { pipeline, type Readable, Transform } from "node:stream";
import type { Clock } from "../../ports/clock.ts";
import type { IdempotencyStore } from "../../ports/idempotency-store.ts";
import { HttpProblem } from "./problem.ts";

/** A create that has not answered in this time has died with its process; an import of a million rows takes less. */
const ABANDONED_AFTER_MS = 30 * 60_000;
const KEY = /^[\x21-\x7e]{8,200}$/;

/** Throws 400 for a key that cannot be one. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new HttpProblem("invalid-input", 400, {
    errors: [{ field: "header.Idempotency-Key", found: "another text", expected: "8 to 200 visible ASCII characters" }],
  });
}

type Answered = { status: number; response: unknown };
export type OnceWork = {
  principal: string;
  key: string;
  /** What was asked, without a streamed body. */
  asked: unknown;
  stream: Readable | undefined;
  work: (stream: Readable | undefined) => Promise<Answered>;
};

/** Do the work once for each key. Throws 422 when the key was used for something else and 409 while it is under way. */
export async function once(
  deps: { store: IdempotencyStore; clock: Clock },
  { principal, key, asked, stream, work }: OnceWork,
): Promise<Answered> {
  const now = deps.clock.now();
  const hash = createHash("sha256").update(JSON.stringify(asked));
  const claim = await deps.store.claim({
    principal,
    key,
    requestHash: hash.copy().digest(),
    now,
    abandonedBefore: now - ABANDONED_AFTER_MS,
  });
  if (claim.claim === "in-flight") throw new HttpProblem("idempotency-key-in-flight", 409, { headers: { "Retry-After": "1" } });
  if (claim.claim === "settled") {
    if (stream) for await (const chunk of stream) hash.update(chunk as Uint8Array);
    if (!hash.digest().equals(claim.requestHash))
      throw new HttpProblem("idempotency-key-reused", 422, { detail: "This key was used for another request." });
    return { status: claim.status, response: claim.response };
  }
  let answered: Answered;
  try {
    // `pipeline` ends the one when the other breaks; whoever reads the stream hears of the error.
    answered = await work(stream && pipeline(stream, hashing(hash), () => undefined));
  } catch (error) {
    await deps.store.release(principal, key);
    throw error;
  }
  await deps.store.settle({ principal, key, requestHash: hash.digest(), ...answered });
  return answered;
}

/** Takes the digest of a stream as it passes. */
const hashing = (hash: Hash): Transform =>
  new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
