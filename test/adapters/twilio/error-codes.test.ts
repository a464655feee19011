import { describe, expect, test } from "vitest";
import { dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import { describeTwilioError, KNOWN_TWILIO_CODES } from "../../../src/adapters/twilio/error-codes.ts";

describe("what a Twilio error code does", () => {
  test.each([
    [21211, "number", "invalid-number", "kept", "goes-on"],
    [21214, "number", "invalid-number", "kept", "goes-on"],
    [21216, "number", "invalid-number", "kept", "goes-on"],
    [21217, "number", "invalid-number", "kept", "goes-on"],
    [13224, "number", "invalid-number", "kept", "goes-on"],
    [21215, "number", "failed", "kept", "goes-on"],
    [21210, "caller-id", "failed", "set-aside", "goes-on"],
    [21212, "caller-id", "failed", "set-aside", "goes-on"],
    [20003, "account", "failed", "kept", "stops"],
    [20005, "account", "failed", "kept", "stops"],
    [21219, "account", "failed", "kept", "stops"],
    [22005, "account", "failed", "kept", "stops"],
    [20429, "account", "failed", "kept", "slows-down"],
    [10004, "account", "failed", "kept", "slows-down"],
    [21205, "account", "failed", "kept", "stops"],
    [21201, "request", "failed", "kept", "goes-on"],
    [21220, "request", "failed", "kept", "goes-on"],
  ])("%i is the fault of the %s, closes as %s, the caller id is %s, calling %s", (code, blame, disposition, callerId, placing) => {
    expect(describeTwilioError(code)).toMatchObject({ code: String(code), blame, disposition, callerId, placing });
  });

  test.each([...KNOWN_TWILIO_CODES])("%i closes an attempt with a disposition that exists, and says what it means", (code) => {
    const { disposition, meaning } = describeTwilioError(code);
    expect(dispositionOf(disposition)?.source).toBe("system");
    expect(meaning).toMatch(/^[a-zA-Z].{10,}[^.]$/);
  });

  test("only a refused caller id is set aside", () => {
    const errors = KNOWN_TWILIO_CODES.map((code) => describeTwilioError(code));
    expect(errors.filter((error) => (error.callerId === "set-aside") !== (error.blame === "caller-id"))).toEqual([]);
  });

  test("an unknown code closes one attempt, stops nothing, and names the code and where to read about it", () => {
    const error = describeTwilioError(29999, 400);
    expect(error).toMatchObject({ code: "29999", blame: "request", disposition: "failed", placing: "goes-on" });
    expect(error.meaning).toBe(
      "the carrier refused with HTTP 400 with code 29999, which is not in our table (twilio.com/docs/errors/29999)",
    );
  });

  test.each([
    [401, "account", "stops"],
    [403, "account", "stops"],
    [429, "account", "slows-down"],
    [422, "request", "goes-on"],
  ])("HTTP %i without a code is the fault of the %s and calling %s", (status, blame, placing) => {
    expect(describeTwilioError(null, status)).toMatchObject({ code: `http-${status}`, blame, placing });
  });
});
