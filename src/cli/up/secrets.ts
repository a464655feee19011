/** What `up` makes up once and keeps: nothing of it is worth anything outside this installation. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliFailure } from "../failure.ts";

export type Secrets = {
  sessionSecret: string;
  /** The account on the simulated carrier. */
  accountSid: string;
  authToken: string;
  apiKeySid: string;
  apiKeySecret: string;
  twimlAppSid: string;
};

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
const make = (): Secrets => ({
  sessionSecret: hex(32),
  accountSid: `AC${hex(16)}`,
  authToken: hex(16),
  apiKeySid: `SK${hex(16)}`,
  apiKeySecret: hex(16),
  twimlAppSid: `AP${hex(16)}`,
});

/** Reads `<dataDir>/secrets.json`, or makes it (mode 0600). Throws when what is there is not what was written. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const found = parse(readFileSync(file, "utf8"));
  const missing = Object.keys(make()).find((name) => typeof found[name] !== "string" || found[name] === "");
  if (missing === undefined) return found as Secrets;
  throw new CliFailure({
    code: "secrets-unreadable",
    message: `${file}: found no ${missing}; expected the file as it was generated. Delete it to have a new one made (everybody is signed out by that).`,
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
