import { randomBytes } from "node:crypto";

/** A carrier's id. Never seeded: two runs with one seed must not give one id twice to an application that remembers. */
export function makeSid(prefix: "CA" | "CF" | "RE" | "PN" | "AP" | "RQ" | "NO"): string {
  return prefix + randomBytes(16).toString("hex");
}
