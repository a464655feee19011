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

/**
 * Is this process, which is there, anything but a server? Dead and only waiting for its parent to ask for its exit
 * status (usual in a container without an init process), or another program that was given the same pid since.
 * Only Linux tells; elsewhere it counts as a server.
 */
function isNoServer(pid: number): boolean {
  try {
    // "pid (name) state …": the name may hold any character.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    return stat.charAt(stat.lastIndexOf(")") + 2) === "Z" || name !== "postgres";
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
  if (!lock || !Number.isInteger(lock.pid) || !isAlive(lock.pid) || isNoServer(lock.pid)) return { state: "none" };
  return lock.status === "ready" ? { state: "ready", pid: lock.pid, port: lock.port } : { state: "starting" };
}

/**
 * PostgreSQL refuses to start while the pid of its lock file is in use, even by a zombie or by another program.
 * Removes such a lock file, but only when nothing is attached to the old server's memory any more: two servers
 * would ruin the data.
 */
export function removeStaleLock(cluster: string): void {
  const lock = readLockFile(cluster);
  if (lock && isAlive(lock.pid) && isNoServer(lock.pid) && attachedTo(lock.sharedMemoryId) === 0) {
    rmSync(join(cluster, "postmaster.pid"), { force: true });
  }
}
