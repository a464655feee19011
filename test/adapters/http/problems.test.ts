import { describe, expect, it } from "vitest";
import { orRefuse, toProblem } from "../../../src/adapters/http/errors.ts";

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe("what a service refuses", () => {
  it.each([
    ["campaign-state", 409],
    ["not-your-attempt", 409],
    ["no-such-campaign", 404],
    ["unknown-disposition", 422],
    ["wrong-password", 403],
    ["a-reason-that-is-new", 409],
  ])("%s is a %i with the same code", (reason, status) => {
    expect(thrownBy(() => orRefuse({ ok: false, reason, detail: "why" }))).toMatchObject({ code: reason, status, detail: "why" });
  });
});

describe("what breaks", () => {
  it.each([
    ["a database that shuts down", Object.assign(new Error("terminating"), { code: "57P01" }), 503],
    ["a database that is not there", Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), 503],
    ["a database whose connections are all busy", new Error("timeout exceeded when trying to connect"), 503],
    ["a defect", new TypeError("undefined is not a function"), 500],
    ["something that is no error", "boom", 500],
    ["nothing", undefined, 500],
  ])("%s is a %s", (_what, error, status) => {
    const problem = toProblem(error);
    expect(problem.status).toBe(status);
    expect(problem.detail).toBeUndefined();
  });
});
