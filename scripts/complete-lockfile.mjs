/**
 * Adds to package-lock.json the platform packages (os, cpu) that the registry in use did not have when the file was
 * made. npm leaves them out then, and `npm ci` refuses the file on every machine: "Missing: … from lock file".
 * Run after `npm install` when test/architecture/repository.test.ts says so. The added entries have a version and no
 * checksum, because the package could not be seen.
 */
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

const lockfile = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { packages } = lockfile;

/** The place from which `name` is found by the package at `from`, as Node looks for it. */
function isFound(from, name) {
  for (let place = from; ; place = place.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, "")) {
    if (packages[`${place === "" ? "" : `${place}/`}node_modules/${name}`]) return true;
    if (place === "") return false;
  }
}

const added = [];
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isFound(from, name)) continue;
    const version = range.replace(/^[\^~]/, "");
    const words = name.split(/[/-]/);
    const os = SYSTEMS.filter((system) => words.includes(system));
    const cpu = PROCESSORS.filter((processor) =>
      words.some((word) => word === processor || (processor === "arm" && /^(?:arm|musleabihf|gnueabihf|eabi)$/.test(word))),
    );
    if (!/^\d+\.\d+\.\d+/.test(version) || os.length === 0 || cpu.length === 0) {
      throw new Error(`${name}: found ${range}, os ${os}, cpu ${cpu}; expected an exact version and a name that says its platform`);
    }
    packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev ? { dev } : {}),
      optional: true,
      os,
      ...(words.some((word) => word.startsWith("musl")) ? { libc: ["musl"] } : {}),
    };
    added.push(name);
  }
}
const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lockfile, packages: sorted }, null, 2)}\n`);
process.stdout.write(`${added.length} added${added.length > 0 ? `: ${added.join(", ")}` : ""}\n`);
