import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import type { Browser } from "./browser.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

const FILE = `name,phone,state
Ada Field,+12025550101,NY
No Number,,NY
Ben Hall,+12025550102,CA
Ada Again,+12025550101,NY
`;
const send = (browser: Browser, file: string, { query = "?name=Spring", key }: { query?: string; key?: string } = {}) =>
  browser.request("POST", `/v1/contact-lists${query}`, {
    headers: { "content-type": "text/csv", ...(key && { "idempotency-key": key }) },
    body: file,
  });
const listCount = async () => (await database.db.selectFrom("contact_lists").select("id").execute()).length;

describe("importing a list", () => {
  it("takes the file as it is and answers with what was taken and what was not", async () => {
    const marketer = await house.signedIn("marketer");
    const answer = await send(marketer, FILE);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ name: "Spring", state: "ready", counts: { rows: 4, accepted: 2, refused: 2, duplicates: 1 } });
    const refused = await marketer.get(`/v1/contact-lists/${answer.json.id}/refused`);
    expect(refused.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(refused.text).toContain("duplicate");
    expect(refused.text.trim().split("\n")).toHaveLength(3);
  });

  it("takes a mapping of columns and a country for numbers without one", async () => {
    const marketer = await house.signedIn("marketer");
    const mapping = encodeURIComponent(JSON.stringify({ phone: "Reach", givenName: "Who" }));
    const answer = await send(marketer, "Who,Reach\nAda,(202) 555-0101\n", { query: `?name=Spring&country=US&mapping=${mapping}` });
    expect(answer.json.counts).toEqual({ rows: 1, accepted: 1, refused: 0, duplicates: 0 });
    const contacts = await marketer.get(`/v1/contacts?listId=${answer.json.id}`);
    expect(contacts.json.items).toMatchObject([{ givenName: "Ada", phones: [{ position: 1, phone: "+12025550101", badReason: null }] }]);
  });

  it("refuses a file that is no list, and says why", async () => {
    const marketer = await house.signedIn("marketer");
    expect((await send(marketer, "")).json).toMatchObject({
      status: 422,
      code: "invalid-file",
      detail: expect.stringContaining("empty-file"),
    });
    expect((await send(marketer, "colour,size\nred,4\n")).json).toMatchObject({
      status: 422,
      detail: expect.stringContaining("no-phone-column"),
    });
  });

  it("refuses a mapping that is no JSON and a body that is no file", async () => {
    const marketer = await house.signedIn("marketer");
    expect((await send(marketer, FILE, { query: "?name=Spring&mapping=phone" })).json.errors[0].field).toBe("query.mapping");
    expect((await marketer.post("/v1/contact-lists?name=Spring", { rows: [] })).status).toBe(415);
    expect(await listCount()).toBe(0);
  });

  it("leaves a failed list and no contacts when the upload breaks off, and the server goes on", async () => {
    const marketer = await house.signedIn("marketer");
    const headers = { cookie: marketer.cookie() ?? "", "content-type": "text/csv" };
    const upload = request(`${house.url}/v1/contact-lists?name=Broken`, { method: "POST", headers });
    upload.on("error", () => undefined);
    upload.write("name,phone\nAda,+12025550101\n");
    await eventually(async () => (await listCount()) === 1);
    upload.destroy();
    await eventually(async () => {
      const list = await database.db.selectFrom("contact_lists").selectAll().executeTakeFirstOrThrow();
      expect(list).toMatchObject({ state: "failed", failure: expect.stringContaining("interrupted") });
    });
    expect(await database.db.selectFrom("contacts").selectAll().execute()).toEqual([]);
    expect(house.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
    expect((await marketer.get("/v1/contact-lists")).json.items).toHaveLength(1);
  });
});

describe("an import that is sent twice with the same key", () => {
  it("is done once, and refused when the file is another", async () => {
    const marketer = await house.signedIn("marketer");
    const first = await send(marketer, FILE, { key: "spring-2026" });
    const second = await send(marketer, FILE, { key: "spring-2026" });
    expect([second.status, second.json]).toEqual([201, first.json]);
    expect((await send(marketer, FILE.replace("Ada Field", "Ada Feld"), { key: "spring-2026" })).json).toMatchObject({
      status: 422,
      code: "idempotency-key-reused",
    });
    expect(await listCount()).toBe(1);
  });

  it("may be sent again after the file was refused", async () => {
    const marketer = await house.signedIn("marketer");
    expect((await send(marketer, "", { key: "spring-2026" })).status).toBe(422);
    expect((await send(marketer, FILE, { key: "spring-2026" })).status).toBe(201);
  });
});

describe("a list", () => {
  it("is attached to a campaign, and again is the same", async () => {
    const marketer = await house.signedIn("marketer");
    const list = (await send(marketer, FILE)).json;
    const campaign = (await marketer.post("/v1/campaigns", { name: "Spring", settings: { callerIds: ["+12025550199"] } })).json;
    for (let time = 0; time < 2; time++) {
      const { json } = await marketer.put(`/v1/campaigns/${campaign.id}/lists/${list.id}`);
      expect(json.listIds).toEqual([list.id]);
    }
    expect((await marketer.get(`/v1/campaigns/${campaign.id}/status`)).json.contactCount).toBe(2);
    const missing = await marketer.put(`/v1/campaigns/${campaign.id}/lists/0199f6a0-0000-7000-8000-000000000000`);
    expect(missing.json).toMatchObject({ status: 404, code: "no-such-list" });
  });

  it("is found with its contacts, by number too", async () => {
    const marketer = await house.signedIn("marketer");
    const list = (await send(marketer, FILE)).json;
    expect((await marketer.get(`/v1/contact-lists/${list.id}`)).json).toEqual(list);
    const [found] = (await marketer.get("/v1/contacts?phone=%2B12025550102")).json.items;
    expect(found).toMatchObject({ listId: list.id });
    expect((await marketer.get(`/v1/contacts/${found.id}`)).json).toEqual(found);
    for (const path of ["contact-lists", "contacts", "attempts"])
      expect((await marketer.get(`/v1/${path}/0199f6a0-0000-7000-8000-000000000000`)).status).toBe(404);
  });
});

describe("do-not-call entries", () => {
  it("are made, shown while in force, and withdrawn", async () => {
    const supervisor = await house.signedIn("supervisor");
    const made = await supervisor.post("/v1/do-not-call", { phone: "+12025550101", reason: "asked by letter" });
    expect(made.json).toMatchObject({ scope: "organisation", campaignId: null, source: "supervisor", withdrawnAt: null, expiresAt: null });
    const inForce = async () =>
      (await supervisor.get("/v1/do-not-call?phone=%2B12025550101")).json.items.map(({ id }: { id: string }) => id);
    expect(await inForce()).toEqual([made.json.id]);
    expect((await supervisor.delete(`/v1/do-not-call/${made.json.id}`)).status).toBe(204);
    expect(await inForce()).toEqual([]);
    expect((await supervisor.delete("/v1/do-not-call/0199f6a0-0000-7000-8000-000000000000")).json).toMatchObject({
      status: 404,
      code: "no-such-entry",
    });
  });

  it("name a campaign exactly when they are for one", async () => {
    const supervisor = await house.signedIn("supervisor");
    const answer = await supervisor.post("/v1/do-not-call", { phone: "+12025550101", reason: "asked", scope: "campaign" });
    expect(answer.json.errors).toEqual([
      { field: "body.campaignId", found: "nothing", expected: "a campaign for the scope campaign, and none for the scope organisation" },
    ]);
  });
});
