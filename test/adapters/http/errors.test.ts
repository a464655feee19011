import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);
const settings = { callerIds: ["+12025550199"] };

describe("an error", () => {
  it("is a problem with a stable code and the id of the request", async () => {
    const browser = await house.signedIn("marketer");
    const answer = await browser.get("/v1/campaigns/0199f6a0-0000-7000-8000-000000000000");
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(answer.json).toEqual({
      type: "urn:callkeeper:problem:not-found",
      title: "Not found",
      status: 404,
      code: "not-found",
      detail: "There is no such campaign.",
      requestId: answer.headers.get("x-request-id"),
    });
  });

  it("keeps the id that a proxy gave to the request, if it is one", async () => {
    const given = await house.browser().get("/v1/nothing", { "x-request-id": "abc-12345" });
    expect(given.json.requestId).toBe("abc-12345");
    const forged = await house.browser().get("/v1/nothing", { "x-request-id": "{}; drop" });
    expect(forged.json.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ["an unknown address", "GET", "/v1/leads", 404, "no-such-route"],
    ["an address that cannot be read", "GET", "/v1/campaigns/%E0%A4%A", 400, "bad-request"],
  ])("tells of %s", async (_what, method, path, status, code) => {
    const browser = await house.signedIn("marketer");
    expect((await browser.request(method, path)).json).toMatchObject({ status, code });
  });

  it("names the methods that an address takes", async () => {
    const answer = await house.browser().request("DELETE", "/v1/campaigns");
    expect(answer.json).toMatchObject({ status: 405, code: "method-not-allowed" });
    expect(answer.headers.get("allow")).toBe("GET, POST, HEAD");
  });

  it("names the media types that a body may have", async () => {
    const browser = await house.signedIn("marketer");
    const xml = await browser.request("POST", "/v1/campaigns", { headers: { "content-type": "text/xml" }, body: "<campaign/>" });
    expect(xml.json).toMatchObject({ status: 415, code: "unsupported-media-type", detail: "Expected application/json." });
    const form = await browser.request("POST", "/v1/session", { headers: { "content-type": "text/plain" }, body: "{}" });
    expect(form.json).toMatchObject({ status: 415 });
    expect((await browser.request("POST", "/v1/campaigns")).json).toMatchObject({ status: 415 });
  });

  it("tells broken JSON from JSON that does not fit", async () => {
    const browser = await house.signedIn("marketer");
    const broken = await browser.request("POST", "/v1/campaigns", { headers: { "content-type": "application/json" }, body: '{"name":' });
    expect(broken.json).toMatchObject({ status: 400, code: "malformed-json" });
    const large = await browser.request("POST", "/v1/campaigns", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "x".repeat(300_000) }),
    });
    expect(large.json).toMatchObject({ status: 413, code: "body-too-large" });
  });

  it("names every field that is wrong, what was found there and what is expected", async () => {
    const browser = await house.signedIn("marketer");
    const answer = await browser.post("/v1/campaigns", {
      name: "",
      settings: { callerIds: ["555-0100"], ringTimeoutSeconds: 5 },
      colour: "red",
    });
    expect(answer.json).toMatchObject({ status: 400, code: "invalid-input" });
    expect(answer.json.errors).toEqual(
      expect.arrayContaining([
        { field: "body.name", found: '""', expected: "at least 1 (string)" },
        { field: "body.settings.callerIds.0", found: '"555-0100"', expected: "an E.164 number such as +12025550100" },
        { field: "body.settings.ringTimeoutSeconds", found: "5", expected: "at least 15 (number)" },
        { field: "body.colour", found: '"red"', expected: "no such field" },
      ]),
    );
  });

  it("refuses a misspelt question instead of answering another", async () => {
    const browser = await house.signedIn("marketer");
    const answer = await browser.get("/v1/attempts?campaing=1");
    expect(answer.json.errors).toEqual([{ field: "query.campaing", found: '"1"', expected: "no such field" }]);
  });

  it("that nobody foresaw says nothing of its cause, and the log finds it by the request's id", async () => {
    const browser = await house.signedIn("supervisor");
    await sql`alter table agents rename to agents_away`.execute(database.db);
    const answer = await browser.get("/v1/agents");
    await sql`alter table agents_away rename to agents`.execute(database.db);
    expect(answer.json).toEqual({
      type: "urn:callkeeper:problem:internal-error",
      title: "Internal error",
      status: 500,
      code: "internal-error",
      requestId: answer.json.requestId,
    });
    expect(house.logged.filter((line) => line.includes(answer.json.requestId)).join("")).toContain('relation \\"agents\\" does not exist');
  });
});

describe("answers", () => {
  it("are not kept by browsers or proxies, and do not say what serves them", async () => {
    const browser = await house.signedIn("marketer");
    const { headers } = await browser.get("/v1/campaigns");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("etag")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  });

  it("come in pages that follow each other to the end, each item once", async () => {
    const browser = await house.signedIn("marketer");
    const ids: string[] = [];
    for (let count = 0; count < 5; count++)
      ids.push((await browser.post("/v1/campaigns", { name: `Campaign ${count}`, settings })).json.id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = (
        await browser.get(`/v1/campaigns?limit=2${cursor ? `&cursor=${cursor}` : ""}`)
      ).json;
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids.toReversed());
  });

  it("take no cursor but their own and no page of more than 200", async () => {
    const browser = await house.signedIn("marketer");
    expect((await browser.get("/v1/campaigns?cursor=abc")).json.errors[0].field).toBe("query.cursor");
    expect((await browser.get("/v1/campaigns?limit=201")).json.errors[0]).toMatchObject({
      field: "query.limit",
      expected: "at most 200 (number)",
    });
  });
});

describe("the carrier's webhooks", () => {
  it("see the bytes as they came: no body parser stands before them", async () => {
    const answer = await house.browser().post("/twilio/echo", { a: 1 });
    expect(answer.json).toEqual({ parsed: false });
  });
});
