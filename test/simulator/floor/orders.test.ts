import { describe, expect, it } from "vitest";
import { readEvent } from "../../../simulator/floor/live-events.ts";
import { readOrders } from "../../../simulator/floor/orders.ts";

const ORDERS = {
  apiUrl: "http://127.0.0.1:3000",
  carrierUrl: "http://127.0.0.1:4010",
  agents: [{ email: "a@b.example", password: "secret" }],
};

describe("the orders of the floor", () => {
  it("has a seed and a speed when none are given", () => {
    expect(readOrders(ORDERS)).toEqual({ ...ORDERS, seed: 1, speed: 1 });
  });

  it.each<[string, unknown]>([
    ["apiUrl", { ...ORDERS, apiUrl: "3000" }],
    ["apiUrl", null],
    ["carrierUrl", { ...ORDERS, carrierUrl: "http://127.0.0.1:4010/" }],
    ["agents", { ...ORDERS, agents: [] }],
    ["agents", { ...ORDERS, agents: [{ email: "a@b.example" }] }],
    ["seed", { ...ORDERS, seed: "many" }],
    ["speed", { ...ORDERS, speed: 0 }],
  ])("refuses a bad %s by name", (field, found) => {
    expect(() => readOrders(found)).toThrow(new RegExp(`^${field}: found`));
  });
});

describe("an event of the live stream", () => {
  it("is read with its id, its kind and its data", () => {
    expect(readEvent('id: 7\nevent: agent.changed\ndata: {"a":1}')).toEqual({ id: "7", event: "agent.changed", data: '{"a":1}' });
    expect(readEvent("data:a\ndata: b")).toEqual({ id: null, event: "message", data: "a\nb" });
  });

  it("is nothing when it is only a comment that keeps the line open", () => {
    expect(readEvent(": still here").data).toBe("");
  });
});
