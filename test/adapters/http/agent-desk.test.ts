import { describe, expect, it } from "vitest";
import { aCampaign, aCampaignContact, aContact, anAttempt, aPlace } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { useHouse } from "./house.ts";

const database = useTestDatabase();
const house = useHouse(database);

const park = (agentId: string) =>
  database.db
    .updateTable("agents")
    .set({ line_state: "parked", line_kind: "client", line_call_id: "CAagent" })
    .where("id", "=", agentId)
    .execute();

/** An agent who talks to a person whose number may be in two zones. */
async function talking() {
  const agent = await house.signedIn("agent");
  const place = await aPlace(database.db, { zones: ["America/New_York", "America/Chicago"] });
  const campaign = await aCampaign(database.db, { settings: { script: "Good day!" } });
  const contact = await aContact(database.db, { place, fields: JSON.stringify({ Contract: "C-17" }) });
  await aCampaignContact(database.db, { campaign, contact }, { state: "in-attempt" });
  await park(agent.userId);
  const attempt = await anAttempt(
    database.db,
    { campaign, contact },
    {
      state: "wrapping-up",
      agent_id: agent.userId,
      carrier_call_id: "CA1",
      answered_at: new Date(),
      connected_at: new Date(),
      submitting_at: new Date(),
    },
  );
  await database.db
    .updateTable("agents")
    .set({ state: "wrapping-up", attempt_id: attempt.id, wrap_up_until: new Date(house.clock.now() + 60_000) })
    .where("id", "=", agent.userId)
    .execute();
  return { agent, attempt, campaign, contact };
}

describe("an agent's desk", () => {
  it("begins the shift: a line, then available, then a break", async () => {
    const agent = await house.signedIn("agent");
    expect((await agent.get("/v1/agents/me")).json).toMatchObject({
      id: agent.userId,
      name: "The agent",
      state: "offline",
      lineState: "none",
      lineKind: null,
      attempt: null,
    });
    const early = await agent.post("/v1/agents/me/state", { state: "available" });
    expect(early.json).toMatchObject({ status: 409, code: "line-not-parked" });
    const line = await agent.post("/v1/agents/me/line", { kind: "client" });
    expect(line.json).toMatchObject({
      lineKind: "client",
      lineState: "connecting",
      token: expect.any(String),
      identity: expect.any(String),
      expiresAt: expect.any(String),
    });
    await park(agent.userId);
    expect((await agent.post("/v1/agents/me/state", { state: "available" })).json).toMatchObject({
      state: "available",
      lineState: "parked",
    });
    expect((await agent.post("/v1/agents/me/state", { state: "on-break", reason: "lunch" })).json).toMatchObject({
      state: "on-break",
      pauseReason: "lunch",
    });
  });

  it("shows who is on the line, what to say, and what time it is where they may be", async () => {
    const { agent, attempt, campaign, contact } = await talking();
    const { json } = await agent.get("/v1/agents/me");
    expect(json.wrapUpUntil).toBe(new Date(house.clock.now() + 60_000).toISOString());
    expect(json.attempt).toEqual({
      id: attempt.id,
      state: "wrapping-up",
      campaignId: campaign.id,
      contact: {
        givenName: "Robin",
        familyName: "Example",
        fields: { Contract: "C-17" },
        localTimes: [
          { zone: "America/New_York", local: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00$/) },
          { zone: "America/Chicago", local: expect.stringMatching(/-0[56]:00$/) },
        ],
      },
      phone: contact.phones[0],
      kind: "list",
      script: "Good day!",
      answeredAt: expect.any(String),
      connectedAt: expect.any(String),
    });
  });

  it("takes the disposition and gives the agent back to the waiting line", async () => {
    const { agent, attempt } = await talking();
    const disposition = { attemptId: attempt.id, disposition: "success", note: "Renewed.", then: "available" };
    const done = await agent.post("/v1/agents/me/disposition", disposition);
    expect(done.json).toMatchObject({ state: "available", attempt: null, wrapUpUntil: null });
    const supervisor = await house.signedIn("supervisor");
    expect((await supervisor.get(`/v1/attempts/${attempt.id}`)).json).toMatchObject({
      state: "closed",
      disposition: "success",
      dispositionSource: "agent",
      note: "Renewed.",
    });
  });

  it.each([
    ["a disposition that only the system gives", { disposition: "busy" }, 422, "unknown-disposition"],
    ["a disposition that nobody knows", { disposition: "sold" }, 422, "unknown-disposition"],
    ["an attempt that is not there", { disposition: "success", attemptId: "0199f6a0-0000-7000-8000-000000000000" }, 404, "no-such-attempt"],
  ])("refuses %s", async (_what, change, status, code) => {
    const { agent, attempt } = await talking();
    expect((await agent.post("/v1/agents/me/disposition", { attemptId: attempt.id, ...change })).json).toMatchObject({ status, code });
  });

  it("lets nobody touch the call of another agent", async () => {
    const { attempt } = await talking();
    const other = await house.signedIn("agent");
    for (const [verb, more] of [
      ["disposition", { disposition: "success" }],
      ["hang-up", {}],
      ["hold", { hold: true }],
      ["preview/dial", {}],
      ["preview/skip", { reason: "no" }],
    ] as const)
      expect((await other.post(`/v1/agents/me/${verb}`, { attemptId: attempt.id, ...more })).json).toMatchObject({
        status: 409,
        code: "not-your-attempt",
      });
  });

  it("refuses a preview of a campaign that is none, and says so", async () => {
    const agent = await house.signedIn("agent");
    const campaign = await aCampaign(database.db);
    expect((await agent.post("/v1/agents/me/preview", { campaignId: campaign.id })).json).toMatchObject({
      status: 409,
      code: "not-a-preview-campaign",
    });
  });

  it("belongs to a person: not even an admin has one", async () => {
    expect((await (await house.signedIn("admin")).get("/v1/agents/me")).status).toBe(403);
  });

  it("needs an address for a telephone and none for a browser", async () => {
    const agent = await house.signedIn("agent");
    const phone = await agent.post("/v1/agents/me/line", { kind: "phone" });
    expect(phone.json.errors).toMatchObject([{ field: "body.address", found: "nothing" }]);
    expect((await agent.post("/v1/agents/me/line", { kind: "fax" })).json.errors[0].field).toBe("body.kind");
  });
});

describe("dispositions", () => {
  it("are listed with what follows from each", async () => {
    const { items } = (await (await house.signedIn("agent")).get("/v1/dispositions")).json;
    expect(items).toContainEqual({
      code: "do-not-call",
      label: "Asked not to be called",
      source: "agent",
      consequence: "never-again",
      reached: true,
      success: false,
    });
  });
});
