import { existsSync, readFileSync } from "node:fs";

export type Manifest = { version: string; engines: { node: string } };

/** The package's own description, above the build or beside the sources. */
export function manifest(): Manifest {
  const file = ["../../../", "../../../../"].map((up) => new URL(`${up}package.json`, import.meta.url)).find((url) => existsSync(url));
  return file ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : { version: "unknown", engines: { node: ">=0" } };
}
