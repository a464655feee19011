import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breachesOf, importsOf } from "./law.ts";

const TREES = ["campaigns", "src", "workers", "simulator"];
const sources = TREES.flatMap((tree) =>
  readdirSync(tree, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .map((file) => `${tree}/${file.replaceAll("\\", "/")}`),
).sort();
const textOf = (file: string): string => readFileSync(file, "utf8");

describe("imports point one way", () => {
  it("sees the source and its imports", () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap((file) => importsOf(textOf(file))).length).toBeGreaterThan(100);
  });

  it.each(sources)("%s keeps the law", (file) => {
    expect(breachesOf(file, textOf(file))).toEqual([]);
  });

  it("reports how long the files are", () => {
    const lengths = sources.map((file) => textOf(file).trimEnd().split("\n").length).sort((a, b) => a - b);
    const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
    console.log(`${lengths.length} files, lines: median ${at(0.5)}, p90 ${at(0.9)}, longest ${at(1)}`);
    expect(at(0.9)).toBeLessThanOrEqual(200);
  });
});

describe("a breach is seen", () => {
  it.each<[string, string, string, RegExp]>([
    ["a rule that reads files", "campaigns/x.ts", 'import { readFileSync } from "node:fs";', /imports node:fs/],
    ["a rule that knows the wiring", "campaigns/contacts/x.ts", 'import { makeCallkeeper } from "../../src/wiring.ts";', /src\/wiring\.ts/],
    ["a rule with a library of its own", "campaigns/x.ts", 'import axios from "axios";', /imports axios/],
    [
      "a setting that knows a rule",
      "src/config/x.ts",
      'import type { Campaign } from "../../campaigns/campaign.ts";',
      /campaigns\/campaign\.ts/,
    ],
    ["a service with a carrier's words", "src/services/calls/x.ts", 'import twilio from "twilio";', /imports twilio/],
    [
      "a service that knows a brand",
      "src/services/calls/x.ts",
      'import { a } from "../../adapters/postgres/pool.ts";',
      /adapters\/postgres/,
    ],
    ["a brand that knows another", "src/adapters/twilio/x.ts", 'import { a } from "../postgres/pool.ts";', /adapters\/postgres\/pool/],
    ["a brand that knows another's types", "src/adapters/http/x.ts", 'import type { A } from "../twilio/a.ts";', /adapters\/twilio/],
    ["an import over several lines", "src/ports/x.ts", 'import {\n  a,\n  b,\n} from "../services/a.ts";', /src\/services\/a\.ts/],
    ["a re-export", "src/ports/x.ts", 'export { a } from "../adapters/bullmq/a.ts";', /adapters\/bullmq/],
    ["a barrel", "src/services/a/index.ts", 'export * from "./b.ts";', /re-exports everything/],
    ["a dynamic import", "src/services/x.ts", 'const a = await import("../adapters/twilio/a.ts");', /adapters\/twilio/],
    ["a dynamic import that hides its target", "src/services/x.ts", "const a = await import(name);", /nobody can see/],
    ["an import as a type", "src/services/x.ts", 'type A = import("../adapters/twilio/a.ts").A;', /adapters\/twilio/],
    ["an import for its effect", "campaigns/x.ts", 'import "node:process";', /node:process/],
    ["a worker that knows a service", "workers/x.ts", 'import { a } from "../src/services/calls/a.ts";', /src\/services/],
    ["a worker of 41 lines", "workers/x.ts", "const a = 1;\n".repeat(41), /41 lines, 40 are allowed/],
    ["a file of 301 lines", "src/services/x.ts", "a();\n".repeat(301), /301 lines/],
    ["a simulator that borrows from us", "simulator/x.ts", 'import { a } from "../campaigns/instant.ts";', /campaigns\/instant/],
    ["somebody who borrows from the simulator", "src/cli/up/x.ts", 'import { a } from "../../../simulator/main.ts";', /simulator\/main/],
    ["somebody who imports a test", "src/cli/x.ts", 'import { a } from "../../test/support/a.ts";', /no room/],
    ["a second reader of the environment", "src/services/x.ts", "const port = process.env.PORT;", /reads process\.env/],
    ["a reader of the environment in disguise", "src/server.ts", "const { env } = process;", /reads process\.env/],
    ["a file beside the rooms", "src/helpers.ts", "", /is in no room/],
  ])("%s", (_, file, source, expected) => {
    expect(breachesOf(file, source).join("\n")).toMatch(expected);
  });

  it("takes no comment, string or property for an import", () => {
    const source =
      '// import "../adapters/twilio/a.ts"\n/* import("node:fs") */\nconst link = "https://a.example"; // import(x)\nreport.export("x");\n';
    expect(importsOf(source)).toEqual([]);
  });
});
