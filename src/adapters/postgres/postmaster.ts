/** What the server's own lock file, `postmaster.pid`, says about a server in a cluster folder. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

type LockFile = { pid: number; port: number; sharedMemoryId: number | null; status: string };
export type Postmaster = { state: "none" } | { state: "starting" } | { state: "ready"; pid: number; port: number };

/** Lines by number: 1 pid, 4 port, 7 shared memory key and id, 8 status (PostgreSQL source, miscadmin.h, read 2026-11-21). */
function readLockFile(cluster: string): LockFile | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const shared = lines[6]?.trim().split(/\s+/)[1];
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      sharedMemoryId: shared ? Number(shared) : null,
      status: lines[7]?.trim() ?? "",
    };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Dead, but its parent never asked for its exit status: usual in a container without an init process. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) === "Z";
  } catch {
    return false;
  }
}

/** Processes still attached to the server's shared memory; null when the system does not tell. */
function attachedTo(sharedMemoryId: number | null): number | null {
  if (sharedMemoryId === null) return null;
  try {
    const rows = readFileSync("/proc/sysvipc/shm", "utf8").split("\n").slice(1);
    const row = rows.map((line) => line.trim().split(/\s+/)).find((fields) => Number(fields[1]) === sharedMemoryId);
    return row ? Number(row[6]) : 0;
  } catch {
    return null;
  }
}

export function readPostmaster(cluster: string): Postmaster {
  const lock = readLockFile(cluster);
  if (!lock || !Number.isInteger(lock.pid) || !isAlive(lock.pid) || isZombie(lock.pid)) return { state: "none" };
  return lock.status === "ready" ? { state: "ready", pid: lock.pid, port: lock.port } : { state: "starting" };
}

/**
 * A killed server that stays a zombie keeps its pid, and PostgreSQL then refuses to start. Removes that lock
 * file, but only when nothing is attached to the old server's memory any more: two servers would ruin the data.
 */
export function removeZombieLock(cluster: string): void {
  const lock = readLockFile(cluster);
  if (lock && isZombie(lock.pid) && attachedTo(lock.sharedMemoryId) === 0) rmSync(join(cluster, "postmaster.pid"), { force: true });
}
