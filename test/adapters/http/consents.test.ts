import { describe, expect, it } from "vitest";
import { aContact, aPhone } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

const PHONE = "+12025550101";
const trail = () =>
  database.db.selectFrom("audit_entries").select(["actor", "action", "subject"]).where("action", "!=", "signIn").orderBy("id").execute();

describe("consents over HTTP", () => {
  const given = {
    phone: PHONE,
    basis: "written",
    source: "web-form",
    obtainedAt: "2026-10-01T10:00:00+02:00",
    proof: { formId: "spring-7", shownAt: "2026-10-01" },
    agreedTime: { from: "2026-10-02T00:00:00Z", to: "2026-10-03T00:00:00Z" },
  };

  it("are written down, shown and audited, with who did it", async () => {
    const marketer = await house.signedIn("marketer");
    const made = await marketer.post("/v1/consents", given);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...given,
      obtainedAt: "2026-10-01T08:00:00.000Z",
      agreedTime: { from: "2026-10-02T00:00:00.000Z", to: "2026-10-03T00:00:00.000Z" },
      covers: "number",
      callKinds: [],
      until: null,
      recordedBy: `user:${marketer.userId}`,
      isForbidden: false,
    });
    const { isForbidden: _isForbidden, ...consent } = made.json;
    expect((await marketer.get("/v1/consents?phone=%2B12025550101")).json.items).toEqual([consent]);
    expect((await marketer.get("/v1/consents?phone=%2B12025550102")).json.items).toEqual([]);
    expect(await trail()).toEqual([{ actor: `user:${marketer.userId}`, action: "recordConsent", subject: `consent:${consent.id}` }]);
  });

  it("without proof, or with a field too many, say what is wrong", async () => {
    const marketer = await house.signedIn("marketer");
    expect((await marketer.post("/v1/consents", { ...given, proof: {} })).json).toMatchObject({ status: 422, code: "no-proof" });
    expect((await marketer.post("/v1/consents", { ...given, basis: "gut feeling" })).json).toMatchObject({ status: 400 });
    expect((await marketer.post("/v1/consents", { ...given, approved: true })).status).toBe(400);
  });

  it("are taken back for the whole person, also by an agent, and with them goes every call", async () => {
    const agent = await house.signedIn("agent");
    const supervisor = await house.signedIn("supervisor");
    const other = aPhone();
    await aContact(database.db, { phones: [PHONE, other] });
    const taken = await agent.post("/v1/consents/withdraw", { phone: PHONE, channel: "agent" });
    expect(taken.json).toMatchObject({ covers: "person", channel: "agent", callKinds: [], recordedBy: `user:${agent.userId}` });
    const [entry] = (await supervisor.get(`/v1/do-not-call?phone=${encodeURIComponent(other)}`)).json.items;
    expect(entry).toMatchObject({ id: taken.json.doNotCallId, target: "person", phone: PHONE });
    expect((await supervisor.get(`/v1/consents/withdrawals?phone=${encodeURIComponent(other)}`)).json).toEqual({ items: [taken.json] });
  });
});

describe("do-not-call entries over HTTP", () => {
  it("of all numbers that begin so are for supervisors, since one of them may forbid a country", async () => {
    const entry = { target: "prefix", prefix: "+1900", reason: "asked" };
    for (const role of ["agent", "marketer"] as const)
      expect((await (await house.signedIn(role)).post("/v1/do-not-call", entry)).json).toMatchObject({ status: 403, code: "not-allowed" });
  });

  it("name a person unless they are told to name a number or a prefix", async () => {
    const supervisor = await house.signedIn("supervisor");
    const reason = "asked";
    expect((await supervisor.post("/v1/do-not-call", { phone: PHONE, reason })).json).toMatchObject({ target: "person", phone: PHONE });
    const number = await supervisor.post("/v1/do-not-call", { target: "number", phone: PHONE, reason });
    expect(number.json).toMatchObject({ target: "number" });
    const prefix = await supervisor.post("/v1/do-not-call", { target: "prefix", prefix: "+1900", reason });
    expect(prefix.json).toMatchObject({ target: "prefix", phone: null, prefix: "+1900" });
    expect((await supervisor.get("/v1/do-not-call?phone=%2B19005550100")).json.items).toEqual([prefix.json]);
    expect((await supervisor.post("/v1/do-not-call", { target: "prefix", prefix: "+1", reason })).status).toBe(400);
    expect((await supervisor.post("/v1/do-not-call", { target: "prefix", phone: PHONE, reason })).status).toBe(400);
    expect((await trail()).map(({ action }) => action)).toEqual(["forbidCalls", "forbidCalls", "forbidCalls"]);
  });
});

describe("registers over HTTP", () => {
  const load = async (file: string, query: string, role: "supervisor" | "marketer" = "supervisor") => {
    const browser = await house.signedIn(role);
    const headers = { "content-type": "text/plain" };
    return { browser, answer: await browser.request("POST", `/v1/registers?${query}`, { headers, body: file }) };
  };

  it("are loaded from the file as it is, and then in force", async () => {
    const { browser, answer } = await load("202,5550101\n202,5550102\n", "name=us-national&date=2026-11-01&fileName=dnc.txt");
    expect(answer.json).toMatchObject({
      state: "current",
      fileName: "dnc.txt",
      fileDate: "2026-11-01",
      counts: { numbers: 2 },
      rubbish: [],
    });
    const { items } = (await browser.get("/v1/registers")).json;
    const national = items.find(({ name }: { name: string }) => name === "us-national");
    expect(national).toMatchObject({ current: { id: answer.json.id }, loading: null, demand: { kind: "national", jurisdiction: "US" } });
    expect(items.find(({ name }: { name: string }) => name === "us-tx")).toMatchObject({ current: null, state: "not-loaded" });
    expect(await trail()).toEqual([{ actor: `user:${browser.userId}`, action: "loadRegister", subject: `register:${answer.json.id}` }]);
  });

  it("of rubbish are refused with the first lines of it, and all that were kept can be asked for", async () => {
    const { browser, answer } = await load(`202,5550101\n${"nothing\n".repeat(30)}`, "name=us-national&date=2026-11-01");
    expect(answer.json).toMatchObject({ status: 422, code: "too-much-rubbish" });
    expect(answer.json.errors).toHaveLength(20);
    expect(answer.json.errors[0]).toEqual({ field: "line 2: phone", found: "nothing", expected: "a phone number" });
    const [, address] = /GET (\S+)\./.exec(answer.json.detail) as unknown as [string, string];
    expect((await browser.get(address)).json.items).toHaveLength(30);
    const accepted = await load("202,5550101\nnothing\n", "name=us-national&date=2026-11-01&acceptRubbish=true");
    expect(accepted.answer.json).toMatchObject({ counts: { rubbish: 1 }, rubbish: [{ line: 2 }] });
  });

  it("that shrink to less than half are refused until that is said to be right", async () => {
    await load("202,5550101\n202,5550102\n202,5550103\n", "name=us-national&date=2026-11-01");
    const { answer } = await load("202,5550101\n", "name=us-national&date=2026-11-02");
    expect(answer.json).toMatchObject({ status: 422, code: "shrinks", detail: expect.stringContaining("found 1, against 3") });
    const accepted = await load("202,5550101\n", "name=us-national&date=2026-11-02&acceptShrink=true");
    expect(accepted.answer.json).toMatchObject({ counts: { numbers: 1 } });
  });

  it("need a date, a role that may load them, and for an unknown name its kind", async () => {
    expect((await load("202,5550101", "name=us-national")).answer.json.errors[0]).toMatchObject({ field: "query.date" });
    expect((await load("202,5550101", "name=us-national&date=2026-11-01", "marketer")).answer.status).toBe(403);
    expect((await load("202,5550101", "name=my-list&date=2026-11-01")).answer.json).toMatchObject({ code: "kind-needed", status: 422 });
  });
});

describe("the page on which people stop calls", () => {
  const enter = (phone: string) =>
    house.browser().request("POST", "/opt-out", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ phone }).toString(),
    });

  it("asks for a number with nothing but HTML, for anybody", async () => {
    const answer = await house.browser().get("/opt-out");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.text).toContain('<form method="post" action="/opt-out">');
    expect(answer.text).not.toMatch(/<script|https?:\/\//);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("takes known and unknown numbers off with the very same answer, audited, and then asks to wait", async () => {
    const other = aPhone();
    await aContact(database.db, { phones: ["+12025550177", other] });
    const known = await enter("+1 (202) 555-0177");
    const unknown = await enter("0044 20 7946 0001");
    expect([known.status, known.text]).toEqual([200, unknown.text]);
    expect(known.headers.getSetCookie()).toEqual([]);
    const now = house.clock.now();
    const entries = async (phone: string) => (await database.stores.doNotCall.page({ phone, now, after: null, limit: 10 })).items;
    expect(await entries(other)).toMatchObject([{ target: "person", phone: "+12025550177", source: "web", createdBy: null }]);
    expect(await entries("+442079460001")).toHaveLength(1);
    expect((await trail()).map(({ actor, action }) => `${actor} ${action}`)).toEqual(["web withdrawConsent", "web withdrawConsent"]);

    const zero = await enter("+44 (0)20 7946 0123");
    expect([zero.status, zero.text]).toEqual([200, known.text]);
    expect(await entries("+442079460123")).toMatchObject([{ phone: "+442079460123" }]);
    const short = await enter("+1202555");
    expect([short.status, short.text.includes("Nothing was changed")]).toEqual([422, true]);

    const wrong = await enter('202 555 0101"><script>');
    expect([wrong.status, wrong.text.includes("<script>")]).toEqual([422, false]);
    let status = 0;
    for (let time = 0; time < 10 && status !== 429; time += 1) ({ status } = await enter("+12025550178"));
    expect(status).toBe(429);
    expect(Number((await enter("+12025550178")).headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
