import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { makeLog, withoutPersonalData } from "../../../src/adapters/system/log.ts";
import { aCampaign, aContact, anAttempt } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

describe("the log", () => {
  it("holds no number, name, address, cookie, key or password after all of them have passed through the API", async () => {
    const admin = await house.signedIn("admin");
    const { key } = await house.apiKey("supervisor");
    const contact = await aContact(database.db, { phones: ["+12025550143"], given_name: "Wilhelmina", family_name: "Zachary" });
    const attempt = await anAttempt(database.db, { campaign: await aCampaign(database.db), contact });
    house.logged.length = 0;
    await admin.get("/v1/contacts?phone=%2B12025550143");
    await admin.get(`/v1/attempts/${attempt.id}`, { authorization: `Bearer ${key}` });
    await admin.get("/v1/leads/+12025550143");
    await admin.post("/v1/do-not-call", { phone: "+12025550143", reason: "asked" });
    await admin.post("/v1/users", { email: "wilhelmina@example.com", name: "Wilhelmina", role: "marketer" });
    await admin.post("/v1/session", { email: "wilhelmina@example.com", password: "hunter2 hunter2 hunter2" });
    await admin.post("/v1/campaigns", { name: "Wilhelmina", settings: { callerIds: ["202 555 0143"] } });
    const log = house.logged.join("");
    expect(house.logged.length).toBeGreaterThanOrEqual(7);
    expect(log).not.toMatch(/5550143|Wilhelmina|Zachary|@example|hunter2|callkeeper=|ck_/i);
    expect(log).not.toContain(decodeURIComponent(admin.cookie() ?? "").slice(15, 40));
  });

  it("says of each request which route it took, what came of it, how long it took and who asked", async () => {
    const admin = await house.signedIn("admin");
    house.logged.length = 0;
    const { headers } = await admin.get("/v1/campaigns/0199f6a0-0000-7000-8000-000000000000");
    expect(JSON.parse(house.logged.at(-1) ?? "{}")).toMatchObject({
      level: 30,
      req: { id: headers.get("x-request-id"), method: "GET" },
      res: { status: 404 },
      route: "/v1/campaigns/{id}",
      actor: `user:${admin.userId}`,
      responseTime: expect.any(Number),
    });
    expect(house.logged.at(-1)?.split('"route":')).toHaveLength(2);
  });

  it("takes out what looks like personal data wherever somebody wrote it", () => {
    const lines: string[] = [];
    const log = makeLog({
      level: "info",
      process: "test",
      destination: new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) }),
    });
    log.info(
      { pii: { name: "Ada" }, contact: { phone: "202 555 0143", givenName: "Ada" }, err: new Error("Key (phone)=(+12025550143) exists") },
      "calling +442079460000 for ada@example.com",
    );
    expect(lines.join("")).not.toMatch(/Ada|ada@|0143|0000/);
    expect(lines.join("")).toContain("calling [number] for [e-mail]");
  });

  it("leaves instants, ids and amounts alone", () => {
    const line = '{"time":1763763268000,"id":"0199f6a0-0000-7000-8000-000000000000","at":"2026-11-21T22:14:28.000+01:00","n":"+5"}';
    expect(withoutPersonalData(line)).toBe(line);
  });
});
