import { spawn } from "node:child_process";

/**
 * Runs a shell command when this process is gone, however it went (Ctrl-C, kill -9), so that an interrupted
 * run leaves no server behind. Returns what calls the guard off.
 */
export function whenWeAreGone(command: string): () => void {
  if (process.platform === "win32") return () => undefined;
  const script = `while kill -0 ${process.pid} 2>/dev/null; do sleep 1; done; ${command}`;
  const guard = spawn("/bin/sh", ["-c", script], { detached: true, stdio: "ignore", cwd: "/" });
  guard.unref();
  return () => {
    guard.kill("SIGKILL");
  };
}
