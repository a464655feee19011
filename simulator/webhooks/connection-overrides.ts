/**
 * Twilio's connection overrides: the fragment of a webhook's address, e.g. `#rc=2&rp=ct,5xx&rt=3000`.
 * Ranges and defaults: twilio.com/docs/usage/webhooks/webhooks-connection-overrides, read 2026-11-21.
 */
export type RetryReason = "4xx" | "5xx" | "ct" | "rt";

export type Overrides = { connectMs: number; readMs: number; totalMs: number; retries: number; retryOn: ReadonlySet<RetryReason | "all"> };

const LONGEST_MS = 15_000;

function bounded(text: string | null, [least, most]: readonly [number, number], fallback: number): number {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : fallback;
}

/** Splits an address into what is requested (and signed) and how. */
export function parseOverrides(url: string): { url: string; overrides: Overrides } {
  const [bare = "", fragment = ""] = url.split("#", 2);
  const keys = new URLSearchParams(fragment);
  const policy = (keys.get("rp") ?? "ct").split(",") as (RetryReason | "all")[];
  return {
    url: bare,
    overrides: {
      connectMs: bounded(keys.get("ct"), [100, 10_000], 5000),
      readMs: bounded(keys.get("rt"), [100, LONGEST_MS], LONGEST_MS),
      totalMs: bounded(keys.get("tt"), [100, LONGEST_MS], LONGEST_MS),
      retries: bounded(keys.get("rc"), [0, 5], 1),
      retryOn: new Set(policy),
    },
  };
}
