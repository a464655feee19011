/**
 * Loaded into each part that `up` starts (`node --import`): when `up` is gone, however it went, the part ends too.
 * A part stops as it would on SIGTERM; one that hangs is ended after the grace.
 */
const GRACE_MS = 8_000;

function end(): void {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, "SIGTERM");
}
if (process.connected) process.once("disconnect", end);
else end();
// The channel alone must not keep a part alive that has finished.
process.channel?.unref();
