/** In a fresh clone `npm start` and `npm test` install the locked packages themselves. Uses nothing but Node. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (!existsSync("node_modules/.package-lock.json")) {
  console.log("Installing packages (npm ci), once");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit", shell: process.platform === "win32" });
  process.exitCode = status ?? 1;
}
