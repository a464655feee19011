import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { anOrder, clientOf, openBench } from "./support.ts";

const ROOM = `<Response><Dial><Conference participantLabel="person" statusCallback="/room" statusCallbackEvent="start end join leave mute hold modify">room</Conference></Dial></Response>`;
const FROM = "+12125550190";

describe("an order for a call is refused", () => {
  test.each([
    ["To is missing", { to: "" }, 21201],
    ["From is missing", { from: "" }, 21213],
    ["To is no number, before anything else is looked at", { to: "12", from: "nobody" }, 21211],
    ["To is a magic number for an invalid one", { to: "+15005550001" }, 21217],
    ["To is a magic number that cannot be reached", { to: "+15005550002" }, 21214],
    ["To is a magic number abroad", { to: "+15005550003" }, 21215],
    ["To is a magic number on the block list", { to: "+15005550004" }, 21216],
    ["the country may not be called", { to: "+882125550100" }, 21215],
    ["the number is blocked", { to: "+12125550188" }, 21216],
    ["From is a magic number for an invalid one", { from: "+15005550001" }, 21212],
    ["From is not owned", { from: "+12125550191" }, 21210],
    ["Url is none", { url: "nowhere" }, 21205],
    ["the application is none", { url: undefined, applicationSid: "AP1" }, 21218],
    ["Timeout is none", { timeout: 601 }, 21208],
    ["SendDigits is none", { sendDigits: "call me" }, 21206],
    ["an event is none, such as several in one field", { statusCallbackEvent: ["ringing answered"] }, 21626],
  ])("when %s", async (_, change, code) => {
    await using bench = await openBench({ numbers: [FROM], geoBlocked: ["+882"], blocked: ["+12125550188"] });
    await expect(bench.client.calls.create({ ...anOrder(bench.app), ...change })).rejects.toMatchObject({ status: 400, code });
    expect(bench.carrier.control.ledger().calls).toEqual([]);
  });

  test("when a trial account calls a number that it has not verified", async () => {
    await using bench = await openBench({ trialVerified: ["+12125550111"] });
    await expect(bench.client.calls.create(anOrder(bench.app))).rejects.toMatchObject({ code: 21219 });
  });

  test("when all lines are taken", async () => {
    await using bench = await openBench({ lines: 1 });
    await bench.client.calls.create(anOrder(bench.app));
    await expect(bench.client.calls.create(anOrder(bench.app, "+12125550101"))).rejects.toMatchObject({ code: 10004 });
  });

  test("when the credentials are wrong or the account is suspended", async () => {
    await using bench = await openBench();
    bench.carrier.control.account({ suspended: true });
    await expect(bench.client.calls.create(anOrder(bench.app))).rejects.toMatchObject({ status: 403, code: 20005 });
    bench.carrier.control.account({ suspended: false });
    const stranger = { ...bench.carrier, settings: { ...bench.carrier.settings, apiKeySecret: "guess" } };
    await expect(clientOf(stranger).calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  test("when it names what the carrier does not know, if strictness is asked for", async () => {
    await using bench = await openBench({ strictParams: true });
    const { accountSid, authToken } = bench.carrier.settings;
    const answer = await fetch(`${bench.carrier.url}/2010-04-01/Accounts/${accountSid}/Calls.json`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ To: "+12125550100", From: FROM, Url: bench.app.url, StatusCalback: bench.app.url }),
    });
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([400, 20001]);
  });
});

describe("calls", () => {
  test("are listed newest first, page by page, by number, status and start", async () => {
    await using bench = await openBench({ clock: "virtual" });
    const { client, carrier, app } = bench;
    const sids: string[] = [];
    for (const number of ["+12125550100", "+12125550101", "+12125550100"]) {
      sids.push((await client.calls.create(anOrder(app, number))).sid);
      await carrier.control.advance(2000);
    }
    expect((await client.calls.list({ pageSize: 1 })).map((call) => call.sid)).toEqual(sids.toReversed());
    expect((await client.calls.list({ to: "+12125550100" })).map((call) => call.sid)).toEqual([sids[2], sids[0]]);
    const secondStart = carrier.control.ledger().calls[1]?.createdAt ?? 0;
    expect((await client.calls.list({ startTimeAfter: new Date(secondStart) })).map((call) => call.sid)).toEqual([sids[2], sids[1]]);
    expect(await client.calls.list({ status: "busy" })).toEqual([]);
  });

  test("can be cancelled while they ring, hung up while they talk, and neither when they are over", async () => {
    await using bench = await openBench();
    const { client, app } = bench;
    app.on("/voice", ROOM);
    const ringing = await client.calls.create(anOrder(app));
    expect((await client.calls(ringing.sid).update({ status: "canceled" })).status).toBe("canceled");
    await expect(client.calls(ringing.sid).update({ status: "completed" })).rejects.toMatchObject({ status: 400, code: 21220 });
    const talking = await client.calls.create(anOrder(app, "+12125550101"));
    await expect(client.calls(talking.sid).update({ twiml: "<Response/>" })).rejects.toMatchObject({ code: 21220 });
    await eventually(async () => (await client.calls(talking.sid).fetch()).status === "in-progress");
    await expect(client.calls(talking.sid).update({ status: "canceled" })).rejects.toMatchObject({ code: 21220 });
    expect((await client.calls(talking.sid).update({ status: "completed" })).status).toBe("completed");
    await client.calls(talking.sid).remove();
    await expect(client.calls(talking.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  test("that are sent elsewhere leave their room, and their Dial's action is not asked", async () => {
    await using bench = await openBench();
    const { client, app } = bench;
    app.on("/voice", ROOM.replace("<Dial>", '<Dial action="/left">'));
    const { sid } = await client.calls.create(anOrder(app));
    await eventually(() => app.at("/room").length > 0);
    await client.calls(sid).update({ twiml: "<Response><Pause length='1'/></Response>" });
    await eventually(() => app.at("/status").some((one) => one.params.CallStatus === "completed"));
    const left = app.at("/room").find((one) => one.params.StatusCallbackEvent === "participant-leave");
    expect(left?.params.ReasonParticipantLeft).toBe("participant_updated_via_api");
    expect(app.at("/left")).toEqual([]);
  });
});

describe("participants", () => {
  test("are muted, held, coached and kicked, and each change is told", async () => {
    await using bench = await openBench({ talkMs: 600_000 });
    const { client, app, carrier } = bench;
    app.on("/voice", ROOM);
    app.on("/hold", "<Response><Play>/music_30s.mp3</Play></Response>");
    const { sid } = await client.calls.create(anOrder(app));
    await eventually(() => app.at("/room").length > 0);
    const [room] = await client.conferences.list({ friendlyName: "room" });
    const participants = () => client.conferences(room?.sid ?? "").participants;
    const second = await participants().create({ to: "+12125550101", from: FROM, label: "second" });
    expect(second.status).toBe("queued");
    await expect(participants().create({ to: "+12125550102", from: FROM, label: "person" })).rejects.toMatchObject({ code: 16025 });
    await eventually(async () => (await participants().list()).length === 2);
    const person = client.conferences(room?.sid ?? "").participants("person");
    expect(await person.update({ muted: true, hold: true, holdUrl: `${app.url}/hold` })).toMatchObject({ muted: true, hold: true });
    await eventually(() => app.at("/hold").length === 1);
    expect(await person.update({ muted: false, hold: false })).toMatchObject({ muted: false, hold: false });
    const second$ = client.conferences(room?.sid ?? "").participants("second");
    expect(await second$.update({ coaching: true, callSidToCoach: sid })).toMatchObject({ coaching: true, callSidToCoach: sid });
    await second$.remove();
    await expect(second$.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    await eventually(() => carrier.control.ledger().calls[1]?.status === "completed");
    const events = app.at("/room").map((one) => one.params.StatusCallbackEvent);
    for (const event of ["mute", "hold", "unmute", "unhold", "modify", "leave"]) expect(events).toContain(`participant-${event}`);
  });

  test("wait with music until somebody who may start the room is there", async () => {
    await using bench = await openBench();
    const { client, app } = bench;
    app.on("/wait", "<Response><Pause length='20'/></Response>");
    app.on("/voice", `<Response><Dial><Conference startConferenceOnEnter="false" waitUrl="/wait">waiting</Conference></Dial></Response>`);
    await client.calls.create(anOrder(app));
    await client.calls.create(anOrder(app, "+12125550101"));
    await eventually(() => app.at("/wait").length >= 2);
    expect((await client.conferences.list())[0]?.status).toBe("init");
    await client.conferences("waiting").participants.create({ to: "+12125550102", from: FROM });
    await eventually(async () => (await client.conferences.list())[0]?.status === "in-progress");
    const [room] = await client.conferences.list();
    await client.conferences(room?.sid ?? "").update({ status: "completed" });
    expect(await client.conferences(room?.sid ?? "").fetch()).toMatchObject({
      status: "completed",
      reasonConferenceEnded: "conference-ended-via-api",
    });
  });
});

test("more requests at once than the account may make are refused as safe to repeat", async () => {
  await using bench = await openBench({ restConcurrency: 1 });
  bench.carrier.control.fault({ match: { kind: "rest" }, effect: { delayMs: 4000 }, times: 1 });
  const slow = bench.client.calls.list();
  await eventually(async () => {
    await expect(bench.client.calls.list()).rejects.toMatchObject({ status: 429, code: 20429 });
  });
  expect(await slow).toEqual([]);
});
