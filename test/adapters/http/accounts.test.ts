import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe("the first start", () => {
  it("makes one admin with a password that is shown once", async () => {
    const made = await house.ensureAdmin({ email: "admin@example.com" });
    expect(made).toMatchObject({ created: true, email: "admin@example.com", password: expect.stringMatching(/^[\w-]{24}$/) });
    expect(await house.ensureAdmin({ email: "admin@example.com" })).toEqual({ created: false });
    const password = made.created ? made.password : "";
    expect((await house.browser().post("/v1/session", { email: "admin@example.com", password })).json.role).toBe("admin");
    expect(JSON.stringify(await database.db.selectFrom("users").selectAll().execute())).not.toContain(password);
  });

  it("makes one admin when two processes start at once", async () => {
    const made = await Promise.all([1, 2, 3].map(() => house.ensureAdmin({ email: "admin@example.com" })));
    expect(made.filter(({ created }) => created)).toHaveLength(1);
  });
});

describe("people who can log in", () => {
  it("are added by an admin, with a password of their own or one that is made", async () => {
    const admin = await house.signedIn("admin");
    const made = await admin.post("/v1/users", { email: "ben@example.com", name: "Ben", role: "marketer" });
    expect(made.json).toMatchObject({ email: "ben@example.com", role: "marketer", disabledAt: null, password: expect.any(String) });
    const given = await admin.post("/v1/users", {
      email: "eve@example.com",
      name: "Eve",
      role: "supervisor",
      password: "a long enough sentence",
    });
    expect(given.json.password).toBeNull();
    expect((await house.browser().post("/v1/session", { email: "eve@example.com", password: "a long enough sentence" })).status).toBe(200);
  });

  it("have one e-mail address each, in whatever case", async () => {
    const admin = await house.signedIn("admin");
    await admin.post("/v1/users", { email: "ben@example.com", name: "Ben", role: "marketer" });
    const again = await admin.post("/v1/users", { email: "BEN@example.com", name: "Ben", role: "admin" });
    expect(again.json).toMatchObject({ status: 409, code: "email-taken" });
  });

  it("get a desk when they are agents, also when they become one", async () => {
    const admin = await house.signedIn("admin");
    const agent = await admin.post("/v1/users", { email: "ann@example.com", name: "Ann", role: "agent" });
    const marketer = await admin.post("/v1/users", { email: "ben@example.com", name: "Ben", role: "marketer" });
    const desks = async () => (await admin.get("/v1/agents")).json.items.map(({ name }: { name: string }) => name);
    expect(await desks()).toEqual(["Ann"]);
    await admin.patch(`/v1/users/${marketer.json.id}`, { role: "agent" });
    expect(await desks()).toEqual(["Ann", "Ben"]);
    expect((await admin.patch(`/v1/agents/${agent.json.id}`, { skills: ["renewals"], languages: ["es"] })).json).toMatchObject({
      skills: ["renewals"],
      languages: ["es"],
      state: "offline",
      lineState: "none",
    });
  });

  it("always leave one admin who may log in", async () => {
    const admin = await house.signedIn("admin");
    for (const change of [{ disabled: true }, { role: "marketer" }])
      expect((await admin.patch(`/v1/users/${admin.userId}`, change)).json).toMatchObject({ status: 409, code: "last-admin" });
    const second = await house.signedIn("admin");
    const both = await Promise.all([
      admin.patch(`/v1/users/${second.userId}`, { disabled: true }),
      admin.patch(`/v1/users/${admin.userId}`, { disabled: true }),
    ]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});

describe("an API key", () => {
  it("is shown once, kept as a digest, and bound to its role", async () => {
    const admin = await house.signedIn("admin");
    const issued = await admin.post("/v1/api-keys", { name: "The importer", role: "marketer" });
    expect(issued.json.key).toMatch(/^ck_[\w-]{43}$/);
    const rows = await database.db.selectFrom("api_keys").selectAll().execute();
    expect(rows[0]?.key_hash.equals(createHash("sha256").update(issued.json.key).digest())).toBe(true);
    expect((await admin.get("/v1/api-keys")).text).not.toContain(issued.json.key);
    const program = house.browser();
    expect((await program.get("/v1/session", bearer(issued.json.key))).json).toEqual({
      kind: "api-key",
      id: issued.json.id,
      name: "The importer",
      role: "marketer",
      expiresAt: null,
    });
    expect(program.cookie()).toBeUndefined();
    expect((await admin.get("/v1/api-keys")).json.items[0].lastUsedAt).not.toBeNull();
  });

  it("is worth nothing the moment it is revoked", async () => {
    const admin = await house.signedIn("admin");
    const { id, key } = await house.apiKey("supervisor");
    expect((await house.browser().get("/v1/floor", bearer(key))).status).toBe(200);
    expect((await admin.delete(`/v1/api-keys/${id}`)).status).toBe(204);
    expect((await house.browser().get("/v1/floor", bearer(key))).status).toBe(401);
    expect((await admin.delete("/v1/api-keys/0199f6a0-0000-7000-8000-000000000000")).status).toBe(404);
  });

  it("never stands for an agent: calls are taken by people", async () => {
    const admin = await house.signedIn("admin");
    const answer = await admin.post("/v1/api-keys", { name: "A robot", role: "agent" });
    expect(answer.json.errors).toEqual([{ field: "body.role", found: '"agent"', expected: "one of marketer, supervisor, admin" }]);
  });

  it("is not mixed up with the session of a cookie sent beside it", async () => {
    const admin = await house.signedIn("admin");
    const { key } = await house.apiKey("marketer");
    expect((await admin.get("/v1/users", bearer(key))).status).toBe(403);
  });
});

describe("the audit trail", () => {
  it("says who changed what, by field and without the values", async () => {
    const admin = await house.signedIn("admin");
    const made = await admin.post("/v1/users", { email: "ben@example.com", name: "Ben", role: "marketer" });
    await admin.patch(`/v1/users/${made.json.id}`, { password: "a long enough sentence", name: "Benjamin" });
    const entries = await database.db.selectFrom("audit_entries").selectAll().where("action", "!=", "signIn").orderBy("id").execute();
    expect(entries).toMatchObject([
      { actor: `user:${admin.userId}`, action: "createUser", subject: `user:${made.json.id}` },
      { actor: `user:${admin.userId}`, action: "editUser", subject: `user:${made.json.id}`, detail: { fields: ["name", "password"] } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/ben@|Benjamin|sentence/);
  });
});
