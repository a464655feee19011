import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agentIdentity, agentOfIdentity, attemptOfLabel, personLabel } from "../../../src/adapters/twilio/ids.ts";
import { AGENT } from "./support.ts";

describe("names that carry our ids through Twilio", () => {
  test("every agent is found again from the identity in the browser's token", () => {
    fc.assert(fc.property(fc.uuid(), (agentId) => agentOfIdentity(`client:${agentIdentity(agentId)}`) === agentId));
  });

  test("an identity holds only letters, digits and underscores, as Twilio demands", () => {
    fc.assert(fc.property(fc.uuid(), (agentId) => /^\w+$/.test(agentIdentity(agentId))));
  });

  test("an identity written with underscores in place of hyphens is the same agent", () => {
    expect(agentOfIdentity(`client:agent_${AGENT.replaceAll("-", "_")}`)).toBe(AGENT);
  });

  test.each([undefined, "", "agent_", "client:agent_", "client:supervisor_1", "+12025550100", `client:agent_${AGENT}x`, "client:agent_zz"])(
    "%s is no agent's identity",
    (from) => {
      expect(agentOfIdentity(from)).toBeUndefined();
    },
  );

  test("every attempt is found again from its person's label", () => {
    fc.assert(fc.property(fc.uuid(), (attemptId) => attemptOfLabel(personLabel(attemptId)) === attemptId));
  });

  test.each([undefined, "", "agent", "person-", "person-1", AGENT])("%s is no person's label", (label) => {
    expect(attemptOfLabel(label)).toBeUndefined();
  });
});
