/** What the doctor's numbers mean. Pure. */
import type { DatabaseFacts, RedisFacts } from "../../wiring/examine.ts";
import { type Finding, ill, odd, well } from "./finding.ts";

/** Clocks this far apart do harm: a rule in whole minutes may be broken, a session token be refused. */
const CLOCK_ILL_MS = 30_000;
const CLOCK_ODD_MS = 2_000;
/** 15 is the oldest that we run our tests against. */
const OLDEST_POSTGRES = 150_000;

export function judgeNode(version: string, engines: string): Finding {
  const parts = (text: string): number[] =>
    text
      .replace(/^[^\d]*/, "")
      .split(".")
      .map(Number);
  const [found, least] = [parts(version), parts(engines)];
  const index = least.findIndex((part, place) => part !== (found[place] ?? 0));
  const isNewEnough = index === -1 || (found[index] ?? 0) > (least[index] ?? 0);
  return isNewEnough ? well("Node", version) : ill("Node", version, engines);
}

export function judgeSkew(name: string, skewMs: number): Finding {
  const found = `${Math.round(Math.abs(skewMs)).toString()} ms ${skewMs < 0 ? "behind" : "ahead of"} ours`;
  const expected = "within 2 s of ours: set the clocks by NTP";
  if (Math.abs(skewMs) >= CLOCK_ILL_MS) return ill(name, found, expected);
  return Math.abs(skewMs) >= CLOCK_ODD_MS ? odd(name, found, expected) : well(name, found);
}

export function judgeDatabase(facts: DatabaseFacts): Finding[] {
  const server = `PostgreSQL ${facts.version}, ${facts.encoding}, ${facts.maxConnections} connections`;
  const migrations = `${facts.applied.length} applied`;
  return [
    facts.versionNumber < OLDEST_POSTGRES
      ? ill("Database", server, "PostgreSQL 15 or newer")
      : facts.encoding === "UTF8"
        ? well("Database", server)
        : ill("Database", server, "a database with the encoding UTF8"),
    facts.unknown.length > 0
      ? ill("Migrations", `${facts.unknown.join(", ")} of a newer program`, "that program, or a database of this one")
      : facts.missing.length > 0
        ? odd("Migrations", `${migrations}, missing ${facts.missing.join(", ")}`, "none missing: callkeeper migrate (or start the server)")
        : well("Migrations", migrations),
    judgeSkew("Database clock", facts.serverNow - facts.ourNow),
  ];
}

export function judgeRedis({ version, policy, appendOnly }: RedisFacts): Finding[] {
  const found = `${version}, policy ${policy ?? "unknown"}, append-only ${appendOnly ?? "unknown"}`;
  if (policy !== null && policy !== "noeviction") return [ill("Job queue", found, "maxmemory-policy noeviction: any other forgets jobs")];
  if (appendOnly === "no")
    return [odd("Job queue", found, "appendonly yes; without it a restart forgets all jobs and the sweep has to bring them back")];
  return [well("Job queue", `Redis or Valkey ${found}`)];
}

/** `version` as tzdb names its releases: year and letter. */
export function judgeTimeZones(version: string, node: string, now: number): Finding {
  const year = Number(version.slice(0, 4));
  const found = `${version} (Node's own is ${node})`;
  // tzdb has several releases a year; one from before last year has missed some.
  return new Date(now).getUTCFullYear() - year > 1
    ? odd("Time zones", found, "a release of this year or the last: update moment-timezone")
    : well("Time zones", found);
}
