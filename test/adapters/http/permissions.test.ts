import { beforeEach, describe, expect, it } from "vitest";
import { ROLES } from "../../../campaigns/role.ts";
import { roleMay } from "../../../src/contract/permissions.ts";
import type { Route } from "../../../src/contract/route.ts";
import { ROUTES } from "../../../src/contract/routes.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

const routes: [string, Route][] = Object.entries(ROUTES);
const OPEN = ["health", "readiness", "signIn"];
/** No such id, so that nothing is changed by knocking at a door. */
const addressOf = (route: Route): string => route.path.replaceAll(/\{\w+\}/g, "not-an-id");
/** Nothing to sign out of but the session of the test itself. */
const HARMFUL = new Set(["signOut", "live"]);

describe("nothing is open but the probes, the sign-in and the signed webhooks", () => {
  it("knows which routes are open", () => {
    expect(
      routes
        .filter(([, route]) => route.may === "open")
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(OPEN);
  });

  it.each(routes.filter(([name]) => !OPEN.includes(name)))("%s turns away whoever is not signed in", async (_name, route) => {
    const answer = await house.browser().request(route.method.toUpperCase(), addressOf(route));
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json).toMatchObject({ status: 401, code: "not-signed-in" });
  });

  it.each(routes.filter(([name]) => !OPEN.includes(name)))("%s turns away a made-up API key", async (_name, route) => {
    const headers = { authorization: "Bearer ck_not-a-key-of-ours-at-all" };
    expect((await house.browser().request(route.method.toUpperCase(), addressOf(route), { headers })).status).toBe(401);
  });
});

describe.each(ROLES)("a signed-in %s", (role) => {
  let browser: Awaited<ReturnType<typeof house.signedIn>>;
  beforeEach(async () => {
    browser = await house.signedIn(role);
  });

  it("may do exactly what the table of permissions says", async () => {
    const wrong: string[] = [];
    for (const [name, route] of routes) {
      if (HARMFUL.has(name)) continue;
      const { status } = await browser.request(route.method.toUpperCase(), addressOf(route));
      const mayExpected = roleMay(role, route.may);
      if ((status !== 403) !== mayExpected || (status === 401 && name !== "signIn"))
        wrong.push(`${name}: ${status}, expected ${mayExpected ? "not 403" : "403"}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(["marketer", "supervisor", "admin"] as const)("an API key of a %s", (role) => {
  it("may do exactly what the table of permissions says, and nothing at an agent's desk", async () => {
    const { key } = await house.apiKey(role);
    const wrong: string[] = [];
    for (const [name, route] of routes) {
      if (HARMFUL.has(name)) continue;
      const answer = await house
        .browser()
        .request(route.method.toUpperCase(), addressOf(route), { headers: { authorization: `Bearer ${key}` } });
      const isRefused = answer.status === 403 && answer.json?.code === "not-allowed";
      if (isRefused === roleMay(role, route.may)) wrong.push(`${name}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });
});
