import { expect, test } from "vitest";
import { anOrder, openBench } from "./support.ts";

const ROOM = "<Response><Dial><Conference>room</Conference></Dial></Response>";
const AMD = { machineDetection: "Enable", asyncAmd: "true" };

test.each([
  ["+12125550100", "Enable", "human", 2200],
  ["+12125550140", "Enable", "machine_start", 2400],
  ["+12125550140", "DetectMessageEnd", "machine_end_beep", 9000],
  ["+12125550150", "Enable", "fax", 2500],
  ["+12125550151", "Enable", "unknown", 5000],
])("asked of %s, %s hears %s after about %i ms", async (number, machineDetection, answeredBy, about) => {
  await using bench = await openBench({ clock: "virtual" });
  const { app, client, carrier } = bench;
  carrier.control.party("+12125550140", { outcome: "machine", machine: { greetingMs: 9000 } });
  app.on("/voice", ROOM);
  await client.calls.create({ ...anOrder(app, number), ...AMD, machineDetection, asyncAmdStatusCallback: `${app.url}/amd` });
  await carrier.control.advance(20_000);
  const [verdict] = app.at("/amd");
  expect(Object.keys(verdict?.params ?? {}).sort()).toEqual(["AccountSid", "AnsweredBy", "CallSid", "MachineDetectionDuration"]);
  expect(verdict?.params.AnsweredBy).toBe(answeredBy);
  expect(Math.abs(Number(verdict?.params.MachineDetectionDuration) - about)).toBeLessThan(1500);
  expect((await client.calls.list())[0]?.answeredBy).toBe(answeredBy);
});

test("without waiting, the document is asked for at once; with it, only after the verdict, which is told there", async () => {
  await using bench = await openBench({ clock: "virtual" });
  const { app, client, carrier } = bench;
  app.on("/voice", ROOM);
  app.on("/held", ROOM);
  await client.calls.create({ ...anOrder(app), ...AMD });
  await client.calls.create({ ...anOrder(app, "+12125550101"), machineDetection: "Enable", url: `${app.url}/held` });
  await carrier.control.advance(1200);
  expect([app.at("/voice").length, app.at("/held").length]).toEqual([1, 0]);
  expect(app.at("/voice")[0]?.params.AnsweredBy).toBeUndefined();
  await carrier.control.advance(4000);
  expect(app.at("/held")).toMatchObject([{ params: { AnsweredBy: "human" } }]);
});

test("a long hello is taken for a machine", async () => {
  await using bench = await openBench({ clock: "virtual" });
  const { app, client, carrier } = bench;
  carrier.control.party("+12125550100", { greetingMs: 4000 });
  app.on("/voice", ROOM);
  await client.calls.create({ ...anOrder(app), ...AMD, asyncAmdStatusCallback: `${app.url}/amd` });
  await carrier.control.advance(9000);
  expect(app.at("/amd")[0]?.params.AnsweredBy).toBe("machine_start");
});

test("detection is left out when digits are to be sent on the answer", async () => {
  await using bench = await openBench({ clock: "virtual" });
  const { app, client, carrier } = bench;
  app.on("/voice", ROOM);
  await client.calls.create({ ...anOrder(app), ...AMD, sendDigits: "1w2", asyncAmdStatusCallback: `${app.url}/amd` });
  await carrier.control.advance(9000);
  expect(app.at("/amd")).toEqual([]);
});
