import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const HOUR_MS = 3_600_000;
const database = useTestDatabase();
const house = useHouse(database);

describe("signing in", () => {
  it("sets a cookie that scripts cannot read and foreign pages cannot send", async () => {
    const { email, password } = await house.signedIn("marketer");
    const answer = await house.browser().post("/v1/session", { email, password });
    expect(answer.json).toMatchObject({ kind: "user", role: "marketer", name: "The marketer" });
    const cookie = answer.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/^callkeeper=/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect(cookie).toContain("Path=/");
    expect(cookie).not.toContain("Secure");
  });

  it("gives a new session id each time, so that one planted before is worth nothing", async () => {
    const { email, password } = await house.signedIn("marketer");
    const browser = house.browser();
    await browser.post("/v1/session", { email, password });
    const planted = browser.cookie();
    await browser.post("/v1/session", { email, password });
    expect(browser.cookie()).not.toBe(planted);
    const thief = house.browser();
    thief.setCookie(planted ?? "");
    expect((await thief.get("/v1/session")).status).toBe(401);
  });

  it("takes the e-mail address in whatever case", async () => {
    const { email, password } = await house.signedIn("marketer");
    expect((await house.browser().post("/v1/session", { email: email.toUpperCase(), password })).status).toBe(200);
  });

  it("answers a wrong password, an unknown address and a disabled user alike", async () => {
    const admin = await house.signedIn("admin");
    const gone = await house.signedIn("marketer");
    await admin.patch(`/v1/users/${gone.userId}`, { disabled: true });
    const answers = [
      await house.browser().post("/v1/session", { email: admin.email, password: "not the password at all" }),
      await house.browser().post("/v1/session", { email: "nobody@example.com", password: "not the password at all" }),
      await house.browser().post("/v1/session", { email: gone.email, password: gone.password }),
    ];
    for (const answer of answers)
      expect(answer.json).toMatchObject({ status: 401, code: "wrong-credentials", detail: answers[0]?.json.detail });
  });

  it("takes ten wrong passwords for an account in a quarter of an hour, then none, not even the right one", async () => {
    const { email, password } = await house.signedIn("supervisor");
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => house.browser().post("/v1/session", { email, password: "a wrong password" })),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(2);
    const refused = await house.browser().post("/v1/session", { email: email.toUpperCase(), password });
    expect(refused.json).toMatchObject({ status: 429, code: "too-many-sign-ins" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
  });

  it("leaves a trail of who signed in and of what was refused, without the address", async () => {
    const { userId, email } = await house.signedIn("marketer");
    await house.browser().post("/v1/session", { email, password: "a wrong password" });
    const entries = await database.db.selectFrom("audit_entries").selectAll().orderBy("id").execute();
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      [`user:${userId}`, "signIn"],
      ["nobody", "signInRefused"],
    ]);
    expect(JSON.stringify(entries)).not.toContain(email);
  });
});

describe("a session", () => {
  it("ends when the user signs out", async () => {
    const browser = await house.signedIn("marketer");
    expect((await browser.delete("/v1/session")).status).toBe(204);
    expect((await browser.get("/v1/session")).status).toBe(401);
    expect((await database.pool.query("select sid from login_sessions")).rows).toEqual([]);
  });

  it("ends after twelve hours, however busy it is", async () => {
    const browser = await house.signedIn("marketer");
    const before = (await browser.get("/v1/session")).json.expiresAt;
    house.clock.advance(11 * HOUR_MS);
    expect((await browser.get("/v1/session")).json.expiresAt).toBe(before);
    house.clock.advance(HOUR_MS);
    expect((await browser.get("/v1/session")).status).toBe(401);
    house.clock.moveTo(Date.now());
  });

  it("ends after two hours without a request", async () => {
    const browser = await house.signedIn("marketer");
    const { rows } = await database.pool.query<{ expire: number }>("select expire from login_sessions");
    expect(Math.abs((rows[0]?.expire ?? 0) - (Date.now() + 2 * HOUR_MS))).toBeLessThan(60_000);
    await database.pool.query("update login_sessions set expire = now() - interval '1 second'");
    expect((await browser.get("/v1/session")).status).toBe(401);
  });

  it("sees at once that its user was disabled or has another role", async () => {
    const admin = await house.signedIn("admin");
    const browser = await house.signedIn("marketer");
    await database.db.updateTable("users").set({ role: "supervisor" }).where("id", "=", browser.userId).execute();
    expect((await browser.get("/v1/session")).json.role).toBe("supervisor");
    await admin.patch(`/v1/users/${browser.userId}`, { disabled: true });
    expect((await browser.get("/v1/session")).status).toBe(401);
  });

  it("cannot be forged", async () => {
    const browser = await house.signedIn("admin");
    const { rows } = await database.pool.query<{ sid: string }>("select sid from login_sessions");
    browser.setCookie(`callkeeper=s%3A${rows[0]?.sid}.${"A".repeat(43)}`);
    expect((await browser.get("/v1/session")).status).toBe(401);
  });
});

describe("changing one's own password", () => {
  const newPassword = "a long enough sentence";

  it("ends every other session and keeps this one under a new id", async () => {
    const here = await house.signedIn("marketer");
    const elsewhere = house.browser();
    await elsewhere.post("/v1/session", { email: here.email, password: here.password });
    const before = here.cookie();
    expect((await here.post("/v1/session/password", { currentPassword: here.password, newPassword })).status).toBe(204);
    expect((await elsewhere.get("/v1/session")).status).toBe(401);
    expect((await here.get("/v1/session")).status).toBe(200);
    expect(here.cookie()).not.toBe(before);
    expect((await house.browser().post("/v1/session", { email: here.email, password: newPassword })).status).toBe(200);
    expect((await house.browser().post("/v1/session", { email: here.email, password: here.password })).status).toBe(401);
  });

  it("needs the present one, and one that is new and long enough", async () => {
    const browser = await house.signedIn("marketer");
    const change = (currentPassword: string, wanted: string) =>
      browser.post("/v1/session/password", { currentPassword, newPassword: wanted });
    expect((await change("not the present one", newPassword)).json).toMatchObject({ status: 403, code: "wrong-password" });
    expect((await change(browser.password, browser.password)).json).toMatchObject({ status: 422, code: "same-password" });
    const short = await change(browser.password, "short");
    expect(short.json.errors).toEqual([{ field: "body.newPassword", found: "(not shown)", expected: "at least 15 (string)" }]);
  });
});

describe("a request that changes something and is carried by a cookie", () => {
  const body = { name: "From elsewhere", settings: { callerIds: ["+12025550199"] } };

  it.each([
    ["a foreign page", { origin: "https://evil.example" }],
    ["a page of no origin", { origin: "null" }],
    ["a foreign page of the same site", { "sec-fetch-site": "same-site", origin: "https://other.callkeeper.example" }],
    ["a page that hides its origin", { "sec-fetch-site": "cross-site" }],
  ])("is refused from %s", async (_who, headers) => {
    const browser = await house.signedIn("marketer");
    expect((await browser.post("/v1/campaigns", body, headers)).json).toMatchObject({ status: 403, code: "foreign-origin" });
  });

  it.each([
    ["our own pages", { "sec-fetch-site": "same-origin" }],
    ["our own pages in an older browser", { origin: "http://callkeeper.example" }],
    ["a program that is no browser", {}],
  ])("is taken from %s", async (_who, headers) => {
    const browser = await house.signedIn("marketer");
    expect((await browser.post("/v1/campaigns", body, headers as Record<string, string>)).status).toBe(201);
  });

  it("is not even a sign-in from a foreign page", async () => {
    const { email, password } = await house.signedIn("marketer");
    expect((await house.browser().post("/v1/session", { email, password }, { origin: "https://evil.example" })).status).toBe(403);
  });
});
