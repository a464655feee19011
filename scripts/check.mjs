/** `npm run check`: every quick check at once, what each has to say in one piece, and how long it took. */
import { spawn } from "node:child_process";

const CHECKS = ["types", "lint", "format", "dead-code", "pure"];
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

function run(check) {
  const startedAt = performance.now();
  return new Promise((settle) => {
    const child = spawn(npm, ["run", "--silent", `check:${check}`], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", (error) => settle({ check, ok: false, said: String(error), seconds: 0 }));
    child.once("close", (code) => settle({ check, ok: code === 0, said, seconds: (performance.now() - startedAt) / 1_000 }));
  });
}

const results = await Promise.all(CHECKS.map(run));
for (const { check, ok, said, seconds } of results) {
  const tail = check === "pure" ? said.trimEnd().split("\n").slice(-5).join("\n") : "";
  process.stdout.write(`${ok ? "ok  " : "FAIL"} ${check} (${seconds.toFixed(1)} s)\n${ok ? (tail === "" ? "" : `${tail}\n`) : said}`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
