/** Slows down whoever guesses passwords. Counted in memory, for each process: a restart forgets, and guessing stays slow. */
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { HttpProblem } from "./problem.ts";

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords for one account, from anywhere, in the window. */
const MOST_PER_ACCOUNT = 10;
/** Wrong passwords from one address, for whatever accounts: an office behind one address makes mistakes too. */
const MOST_PER_ADDRESS = 100;

export type SignInThrottle = {
  /** Counts a try; throws 429 when there were too many. */
  begin(tried: { account: string; address: string }): Promise<void>;
  succeeded(tried: { account: string; address: string }): Promise<void>;
  failed(tried: { account: string; address: string }): Promise<void>;
};

export function makeSignInThrottle(): SignInThrottle {
  const accounts = new RateLimiterMemory({ points: MOST_PER_ACCOUNT, duration: WINDOW_SECONDS });
  const addresses = new RateLimiterMemory({ points: MOST_PER_ADDRESS, duration: WINDOW_SECONDS });
  return {
    async begin({ account, address }) {
      const fromAddress = await addresses.get(address);
      if (fromAddress && fromAddress.consumedPoints >= MOST_PER_ADDRESS) throw tooMany(fromAddress);
      // Counted before the password is looked at: many tries at the same moment are still many.
      await accounts.consume(account.toLowerCase()).catch((refused: unknown) => {
        throw tooMany(refused);
      });
    },
    async succeeded({ account }) {
      await accounts.delete(account.toLowerCase());
    },
    async failed({ address }) {
      await addresses.penalty(address);
    },
  };
}

function tooMany(refused: unknown): HttpProblem {
  const { msBeforeNext } = refused as Partial<RateLimiterRes>;
  const seconds = Math.max(1, Math.ceil((msBeforeNext ?? WINDOW_SECONDS * 1_000) / 1_000));
  return new HttpProblem("too-many-sign-ins", 429, {
    headers: { "Retry-After": String(seconds) },
    detail: `Try again in ${seconds} seconds.`,
  });
}
