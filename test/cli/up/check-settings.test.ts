import { describe, expect, test } from "vitest";
import { checkSettings } from "../../../src/cli/up/check-settings.ts";

const HEX = "a".repeat(32);
const secrets = {
  sessionSecret: "s".repeat(40),
  accountSid: `AC${HEX}`,
  authToken: HEX,
  apiKeySid: `SK${HEX}`,
  apiKeySecret: HEX,
  twimlAppSid: `AP${HEX}`,
};
const check = (env: Record<string, string>) => () =>
  checkSettings(env, { parts: { database: "DATABASE_URL" in env, carrier: false }, secrets });

describe("the settings of npm start", () => {
  test("none are needed", () => {
    expect(check({})).not.toThrow();
  });

  test("everything that is wrong is told at once, before anything is started", () => {
    const faulty = check({ PORT: "abc", CALLS_PER_SECOND: "-1", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud" });
    for (const name of ["PORT", "CALLS_PER_SECOND", "DATABASE_URL", "LOG_LEVEL"]) expect(faulty).toThrow(`${name}: found`);
  });
});
