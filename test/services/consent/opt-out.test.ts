import { beforeEach, describe, expect, it } from "vitest";
import { aPlacedCall, aReservedCall, type Floor, makeFloor } from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

const entries = () => house.db.selectFrom("do_not_call_entries").select(["phone", "source", "reason", "target"]).execute();
const callOf = (placed: { attemptId: string }) => ({
  attemptId: placed.attemptId,
  carrierCallId: floor.carrier.callOf(placed.attemptId).carrierCallId,
});

describe("a person who presses the key during the abandon message", () => {
  it("is taken off the list at once and hears so, pressing twice changing nothing", async () => {
    const placed = await aPlacedCall(floor);
    const pressed = { ...callOf(placed), digits: "9" };
    const answer = await floor.voiceDesk.optedOut(pressed);
    expect(answer).toMatchObject({ do: "say-and-hang-up", message: expect.stringContaining("off our list") });
    expect(await floor.voiceDesk.optedOut(pressed)).toEqual(answer);
    expect(await entries()).toEqual([
      { phone: placed.contact.phones[0], source: "keypress", reason: "asked-by-the-person", target: "person" },
    ]);
  });

  it("with another key, or on a call that is not the attempt's, changes nothing", async () => {
    const placed = await aPlacedCall(floor);
    expect(await floor.voiceDesk.optedOut({ ...callOf(placed), digits: "1" })).toEqual({ do: "hang-up" });
    expect(await floor.voiceDesk.optedOut({ ...callOf(placed), carrierCallId: "CA9999", digits: "9" })).toEqual({ do: "hang-up" });
    expect(await entries()).toEqual([]);
  });
});

describe("a text message", () => {
  it("that asks to stop keeps a reserved call from going out", async () => {
    const reserved = await aReservedCall(floor);
    await floor.voiceDesk.textReceived({ from: reserved.contact.phones[0] ?? "", text: "Please STOP calling" });
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(floor.carrier.orders).toEqual([]);
    expect(await entries()).toMatchObject([{ source: "sms" }]);
  });

  it("from a number that nobody knows is kept all the same", async () => {
    await floor.voiceDesk.textReceived({ from: "+12025550177", text: "STOP" });
    expect(await entries()).toMatchObject([{ phone: "+12025550177" }]);
  });

  it("that says something else forbids nothing", async () => {
    await floor.voiceDesk.textReceived({ from: "+12025550177", text: "See you on the weekend" });
    expect(await entries()).toEqual([]);
  });
});
