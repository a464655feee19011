/** PostgreSQL refuses to run as root. Who it runs as instead, and what that user can reach. */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { PostgresFault } from "./errors.ts";

export type RunAs = { uid: number; gid: number };

/**
 * The user for the server: null is whoever runs this process (not root). As root: the owner of existing
 * data, else `postgres`, else `nobody`.
 */
export function chooseRunAs(clusterFolder: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const cluster = statSync(clusterFolder, { throwIfNoEntry: false });
  if (cluster && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account?.[2] && account[3]) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new PostgresFault(
    "embedded-postgres-unavailable",
    "embedded PostgreSQL: found user root and neither an account `postgres` nor `nobody`; expected one of them, because PostgreSQL " +
      "refuses to run as root. Run as another user, or set DATABASE_URL.",
  );
}

/** Can that user read this path? Asked of the system itself, so that modes, groups and access lists all count. */
export function canReach(path: string, runAs: RunAs | null): boolean {
  if (!runAs) return true;
  return spawnSync("/bin/sh", ["-c", 'test -r "$0" && test -x "$0"', path], { cwd: "/", uid: runAs.uid, gid: runAs.gid }).status === 0;
}

export type Ran = { status: number | null; output: string };

/** Runs a program to its end as that user, in a small environment: no PG* variable of the caller leaks in. */
export function run(program: string, args: readonly string[], options: { cwd: string; runAs: RunAs | null }): Promise<Ran> {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      ...options.runAs,
      env: { LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (status) => settle({ status, output: output.trim() }));
  });
}
