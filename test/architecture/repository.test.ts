import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SETTING_NAMES } from "../../src/config/settings.ts";

const textOf = (file: string): string => readFileSync(file, "utf8");
const manifest = JSON.parse(textOf("package.json")) as { engines: { node: string } };
type Locked = {
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
const lockfile = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, Locked> };
const committed = existsSync(".git") ? execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n").filter(Boolean) : [];

describe("the repository", () => {
  it("locks every package by its checksum and by no address of one registry", () => {
    const packages = Object.entries(lockfile.packages).filter(([name]) => name !== "");
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name)).toEqual([]);
    // A package for other machines may be missing in the registry that the file was made with: scripts/complete-lockfile.mjs.
    const unseen = packages.filter(([, entry]) => entry.integrity === undefined && !(entry.optional && entry.os && entry.cpu));
    expect(unseen.map(([name]) => name)).toEqual([]);
  });

  it("locks the packages of every platform, without which npm ci refuses (scripts/complete-lockfile.mjs)", () => {
    const names = new Set(Object.keys(lockfile.packages).map((place) => place.replace(/^.*node_modules\//, "")));
    const wanted = Object.values(lockfile.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it("names the Node version in package.json; every other mention agrees", () => {
    const major = /(\d+)/.exec(manifest.engines.node)?.[1];
    for (const file of [".nvmrc", ".node-version", ".tool-versions"]) expect(existsSync(file), file).toBe(false);
    const mentions = ["Dockerfile", "README.md", "compose.yaml", ".ci/run"].flatMap((file) =>
      [...textOf(file).matchAll(/\bnode(?:\.js)?[: ]v?(\d+)/gi)].map((match) => [file, match[1]]),
    );
    expect(mentions.length).toBeGreaterThan(0);
    expect(mentions.filter(([, found]) => found !== major)).toEqual([]);
  });

  it("shows every setting in .env.example and in the README, and no other", () => {
    const inExample = [...textOf(".env.example").matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? "");
    const inReadme = [...textOf("README.md").matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map((match) => match[1] ?? "");
    expect(inExample.toSorted()).toEqual(SETTING_NAMES.toSorted());
    expect(inReadme.toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  it("reads every setting that it shows", () => {
    const readers = readdirSync("src/config").filter((file) => file !== "settings.ts");
    const source = readers.map((file) => textOf(`src/config/${file}`)).join("\n");
    expect(SETTING_NAMES.filter((name) => !source.includes(`"${name}"`))).toEqual([]);
  });

  it("holds no path of one machine, no unfinished mark and no test that is left out", () => {
    const marks = /\b(?:TO(?:DO)|FIX(?:ME))\b|\b(?:it|test|describe)\.(?:only|todo)\(/;
    const homes = /\/(?:root|home\/[a-z]+)\//;
    const code = committed.filter(
      (file) => /\.(?:ts|mjs|sql|md|sh|ya?ml|json)$/.test(file) && file !== "package-lock.json" && existsSync(file),
    );
    expect(code.filter((file) => marks.test(textOf(file)))).toEqual([]);
    expect(code.filter((file) => homes.test(textOf(file)))).toEqual([]);
  });
});
