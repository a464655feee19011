/**
 * Copies what tsc leaves behind (SQL, CSV, Lua, JSON data, Markdown is left out) from the source folders to dist/,
 * and removes copies whose source is gone: a migration that no longer exists must not run.
 * Plain JavaScript, because it runs before anything is compiled and before tsx is there (the Docker image).
 */
import { chmodSync, cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const ASSET = /\.(?:sql|csv|lua|json|txt)$/;
const OUTPUT = /\.(?:js|js\.map)$/;
const listed = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []);

for (const room of ["campaigns", "src", "workers", "simulator"]) {
  const from = join(root, room);
  const to = join(root, "dist", room);
  for (const file of listed(from)) if (ASSET.test(file)) cpSync(join(from, file), join(to, file));
  for (const file of listed(to)) {
    const source = OUTPUT.test(file) ? file.replace(/\.js(?:\.map)?$/, ".ts") : file;
    const isFile = OUTPUT.test(file) || ASSET.test(file);
    if (isFile && !existsSync(join(from, source)) && !existsSync(join(from, file))) rmSync(join(to, file));
  }
}
const cli = join(root, "dist", "src", "cli.js");
if (existsSync(cli)) chmodSync(cli, 0o755);
