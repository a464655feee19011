import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);
const campaign = { name: "Spring renewals", settings: { callerIds: ["+12025550199"] } };
const key = { "idempotency-key": "7c9e6679-spring" };
const campaignCount = async () => (await database.db.selectFrom("campaigns").select("id").execute()).length;

describe("a create that is sent twice with the same key", () => {
  it("is done once and answered alike", async () => {
    const browser = await house.signedIn("marketer");
    const first = await browser.post("/v1/campaigns", campaign, key);
    const second = await browser.post("/v1/campaigns", campaign, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expect(await campaignCount()).toBe(1);
  });

  it("is done once when both come at the same moment", async () => {
    const browser = await house.signedIn("marketer");
    const answers = await Promise.all(Array.from({ length: 5 }, () => browser.post("/v1/campaigns", campaign, key)));
    for (const { status, json } of answers)
      if (status !== 201) expect(json).toMatchObject({ status: 409, code: "idempotency-key-in-flight" });
    expect(await campaignCount()).toBe(1);
  });

  it("is refused when it asks for something else", async () => {
    const browser = await house.signedIn("marketer");
    await browser.post("/v1/campaigns", campaign, key);
    const other = await browser.post("/v1/campaigns", { ...campaign, name: "Autumn renewals" }, key);
    expect(other.json).toMatchObject({ status: 422, code: "idempotency-key-reused" });
    const elsewhere = await browser.post("/v1/do-not-call", { phone: "+12025550100", reason: "asked" }, key);
    expect(elsewhere.json).toMatchObject({ status: 422, code: "idempotency-key-reused" });
    expect(await campaignCount()).toBe(1);
  });

  it("is two creates when two people send it", async () => {
    await (await house.signedIn("marketer")).post("/v1/campaigns", campaign, key);
    await (await house.signedIn("marketer")).post("/v1/campaigns", campaign, key);
    expect(await campaignCount()).toBe(2);
  });

  it("may be sent again after it was refused, for nothing was made", async () => {
    const browser = await house.signedIn("marketer");
    const forbid = { phone: "+12025550100", scope: "campaign", reason: "asked", campaignId: "0199f6a0-0000-7000-8000-000000000000" };
    expect((await browser.post("/v1/do-not-call", forbid, key)).status).toBe(404);
    expect((await browser.post("/v1/do-not-call", { phone: "+12025550100", reason: "asked" }, key)).status).toBe(201);
  });

  it("is taken over half an hour after the process that did it was killed, and not before", async () => {
    const browser = await house.signedIn("marketer");
    await browser.post("/v1/campaigns", campaign, key);
    const killedAt = (minutesAgo: number) => ({
      status: null,
      response: null,
      created_at: new Date(house.clock.now() - minutesAgo * 60_000),
    });
    await database.db.updateTable("idempotency_keys").set(killedAt(29)).execute();
    expect((await browser.post("/v1/campaigns", campaign, key)).status).toBe(409);
    await database.db.updateTable("idempotency_keys").set(killedAt(31)).execute();
    expect((await browser.post("/v1/campaigns", campaign, key)).status).toBe(201);
  });

  it("needs a key that can be one", async () => {
    const browser = await house.signedIn("marketer");
    expect((await browser.post("/v1/campaigns", campaign, { "idempotency-key": "short" })).json.errors[0].field).toBe(
      "header.Idempotency-Key",
    );
  });
});
