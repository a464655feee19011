import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Ways to tell local time by Node's zone data or by the machine's zone. Each must be refused wherever the product is written. */
const FORBIDDEN: readonly string[] = [
  `export const it = new Intl.DateTimeFormat("en", { timeZone: "America/Winnipeg" });`,
  `export const it = new globalThis.Intl.DateTimeFormat("en");`,
  `const { DateTimeFormat } = Intl; export const it = DateTimeFormat;`,
  `import { DateTime } from "luxon"; export const it = DateTime;`,
  `import { IANAZone } from "luxon"; export const it = IANAZone;`,
  `import { Settings } from "luxon"; export const it = Settings;`,
  `export const it = (time: { setZone(zone: string): unknown }) => time.setZone("America/Winnipeg");`,
  `declare const DateTime: { local(): unknown }; export const it = DateTime.local();`,
  `declare const DateTime: { now(): unknown }; export const it = DateTime.now();`,
  ...["getHours", "getMinutes", "getDay", "getDate", "getMonth", "getFullYear", "getTimezoneOffset", "toDateString", "toTimeString"].map(
    (name) => `export const it = (at: Date) => at.${name}();`,
  ),
  ...["setHours", "setDate", "setMonth", "setFullYear"].map((name) => `export const it = (at: Date) => at.${name}(1);`),
  ...["toLocaleString", "toLocaleDateString", "toLocaleTimeString"].map((name) => `export const it = (at: Date) => at.${name}();`),
  `export const it = (at: Date) => at["getDay"]();`,
];

const ALLOWED = `export const it = (at: Date, iso: string) => [at.getTime(), at.toISOString(), at.getUTCHours(), Date.parse(iso)];`;
const ROOMS = ["campaigns", "src", "workers", "simulator"];

type Report = { diagnostics: { filename: string; code: string }[] };

let folder: string;
let refused: ReadonlySet<string>;

/** The house's own settings in a folder of its own, so that no half-written file ever stands in the tree. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "callkeeper-lint-"));
  writeFileSync(join(folder, ".oxlintrc.json"), readFileSync(".oxlintrc.json", "utf8").replace(`"typeAware": true`, `"typeAware": false`));
  for (const room of ROOMS) {
    mkdirSync(join(folder, room));
    FORBIDDEN.forEach((line, index) => writeFileSync(join(folder, room, `forbidden-${index}.ts`), `${line}\n`));
    writeFileSync(join(folder, room, "allowed.ts"), `${room === "campaigns" ? "export const it = 1;" : ALLOWED}\n`);
  }
  refused = new Set(
    lint()
      .diagnostics.filter(({ code }) => code.includes("no-restricted"))
      .map(({ filename }) => filename),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(): Report {
  try {
    return JSON.parse(execFileSync(resolve("node_modules/.bin/oxlint"), ["--format=json"], { cwd: folder, encoding: "utf8" })) as Report;
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout) as Report;
  }
}

describe("the lint rule against local time that is not the pinned database's", () => {
  it.each(FORBIDDEN.map((line, index) => [line, index] as const))("refuses %s", (_line, index) => {
    expect(ROOMS.filter((room) => !refused.has(`${room}/forbidden-${index}.ts`))).toEqual([]);
  });

  it("lets instants and UTC pass", () => {
    expect([...refused].filter((file) => file.endsWith("allowed.ts"))).toEqual([]);
  });
});
