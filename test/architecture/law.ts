/** The import law as a table, and a judge that names each breach of it in one file. */
import { dirname, join, normalize } from "node:path";

type Room = {
  /** Rooms whose files it may import, besides itself. */
  rooms: readonly string[];
  /** npm packages and `node:` modules it may import; "any" where the room's job is the outside world. */
  packages: readonly string[] | "any";
  /** Longest file in lines; 300 unless told. */
  longest?: number;
};

const RULES = ["luxon", "libphonenumber-js", "zod", "moment-timezone"];
const INNER = ["campaigns", "src/config", "src/jobs", "src/ports"];
const SRC = ["campaigns", "src/config", "src/contract", "src/jobs", "src/ports", "src/services"];

const BRANDS = ["bullmq", "csv", "postgres", "system", "twilio"];
/** Who may read the environment: our settings, and the carrier, which is a program of its own. */
const READS_ENVIRONMENT = ["src/config/env.ts", "simulator/main.ts"];

/** A room is a folder or a file. The longest match is the room of a file. Anything not listed is forbidden. */
export const ROOMS: Readonly<Record<string, Room>> = {
  campaigns: { rooms: ["campaigns/presets", "campaigns/compliance/rulebook"], packages: RULES },
  "campaigns/presets": { rooms: ["campaigns"], packages: ["zod"] },
  "campaigns/compliance/rulebook": { rooms: ["campaigns"], packages: [] },
  "src/config": { rooms: [], packages: ["node:fs", "node:path"] },
  "src/contract": { rooms: ["campaigns", "campaigns/presets"], packages: ["zod", "zod-openapi"] },
  "src/jobs": { rooms: [], packages: ["zod"] },
  "src/ports": { rooms: ["campaigns", "src/jobs"], packages: [] },
  "src/services": { rooms: ["campaigns", "src/jobs", "src/ports"], packages: ["zod"] },
  "src/adapters/http": { rooms: SRC, packages: "any" },
  // Every other brand: a folder of src/adapters, listed so that a new one is a decision.
  ...Object.fromEntries(BRANDS.map((brand) => [`src/adapters/${brand}`, { rooms: INNER, packages: "any" as const }])),
  "src/wiring": { rooms: ["campaigns/presets", ...SRC, "src/adapters", "src/wiring.ts"], packages: "any" },
  "src/wiring.ts": { rooms: ["campaigns/presets", ...SRC, "src/adapters", "src/wiring"], packages: "any" },
  "src/server.ts": { rooms: ["src/config", "src/wiring", "src/wiring.ts"], packages: "any" },
  "src/cli": { rooms: ["campaigns/presets", ...SRC, "src/wiring", "src/wiring.ts"], packages: "any" },
  "src/cli.ts": { rooms: ["src/config", "src/cli"], packages: "any" },
  workers: { rooms: ["src/jobs", "src/wiring", "src/wiring.ts"], packages: [], longest: 40 },
  simulator: { rooms: [], packages: "any" },
};
const BY_LENGTH = Object.keys(ROOMS).sort((a, b) => b.length - a.length);
const within = (room: string, path: string): boolean => path === room || path.startsWith(`${room}/`);

export const roomOf = (path: string): string | undefined => BY_LENGTH.find((room) => within(room, path));

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

/** What a file imports: static, re-exported, dynamic and `import("…")` types. A dynamic import of no literal is "?". */
export function importsOf(source: string): string[] {
  const code = withoutComments(source);
  const fixed = [
    ...code.matchAll(/^\s*import\s*["']([^"']+)["']/gm),
    ...code.matchAll(/^\s*import\s+(?:type\s+)?[\w$*{}\s,]+?\sfrom\s*["']([^"']+)["']/gm),
    ...code.matchAll(/^\s*export\s+(?:type\s+)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})\s*from\s*["']([^"']+)["']/gm),
  ];
  const dynamic = [...code.matchAll(/\bimport\s*\(\s*(?:["'`]([^"'`$]+)["'`]\s*[,)])?/g)];
  return [...fixed, ...dynamic].map((match) => match[1] ?? "?");
}

const packageOf = (target: string): string =>
  target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : target.startsWith("node:") ? target : (target.split("/")[0] ?? target);

function breachOfImport(file: string, room: string, target: string): string | undefined {
  const law = ROOMS[room];
  if (!law) return undefined;
  if (target === "?") return `${file} imports at run time what nobody can see`;
  if (!target.startsWith(".")) {
    const allowed = law.packages === "any" || law.packages.includes(packageOf(target));
    return allowed ? undefined : `${file} (${room}) imports ${target}`;
  }
  const path = normalize(join(dirname(file), target));
  const to = roomOf(path);
  const allowed = to !== undefined && [room, ...law.rooms].some((open) => open === to || (open === "src/adapters" && within(open, to)));
  return allowed ? undefined : `${file} (${room}) imports ${path} (${to ?? "no room"})`;
}

/** Every breach of the law in one file, in words. */
export function breachesOf(file: string, source: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`${file} is in no room`];
  const imports = importsOf(source).map((target) => breachOfImport(file, room, target));
  const code = withoutComments(source);
  const lines = source.trimEnd().split("\n").length;
  const longest = ROOMS[room]?.longest ?? 300;
  return [
    ...imports,
    /\bprocess\s*\.\s*env\b|\benv\s*[,}][^=;]*=\s*process\b|process\s*\[/.test(code) && !READS_ENVIRONMENT.includes(file)
      ? `${file} reads process.env`
      : undefined,
    lines > longest ? `${file} has ${lines} lines, ${longest} are allowed` : undefined,
    /^\s*export\s+\*/m.test(code) ? `${file} re-exports everything of another file` : undefined,
  ].filter((breach) => breach !== undefined);
}
