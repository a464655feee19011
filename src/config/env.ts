/** The environment as it is: read here and nowhere else, judged in config.ts. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A copy of the environment. A setting that is empty or blank counts as not set. */
export function readEnv(from: Env = process.env): Env {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined && value.trim() !== ""));
}
