import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database, { http: { publicBaseUrl: "https://callkeeper.example", secureCookies: true } });

describe("with an https address", () => {
  const nobody = { email: "nobody@example.com", password: "not the password at all" };

  it("refuses a sign-in over plain http, and says why", async () => {
    const answer = await house.browser().post("/v1/session", nobody);
    expect(answer.json).toMatchObject({ status: 403, code: "https-required" });
  });

  it("sets a cookie that is bound to the host and goes over https only", async () => {
    const admin = { email: "ada@example.com", password: "a long enough sentence" };
    await house.addUser({ ...admin, name: "Ada", role: "admin" });
    const behindProxy = { "x-forwarded-proto": "https" };
    const answer = await house.browser().post("/v1/session", admin, behindProxy);
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/^__Host-callkeeper=/);
    expect(cookie).toContain("Secure");
  });
});
