/** Shapes of the ids that meet at this border: Twilio's and ours. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const BARE_UUID = /^[0-9a-f]{32}$/;
const CALL_SID = /^CA[0-9a-f]{32}$/;
const CONFERENCE_SID = /^CF[0-9a-f]{32}$/;
const PERSON = "person-";

export const isUuid = (value: string): boolean => UUID.test(value);
export const isCallSid = (value: string): boolean => CALL_SID.test(value);
export const isConferenceSid = (value: string): boolean => CONFERENCE_SID.test(value);

/** The label of an agent's own leg in the agent's conference. */
export const AGENT_LABEL = "agent";
export const personLabel = (attemptId: string): string => `${PERSON}${attemptId}`;

/** The attempt whose person carries this conference label, or undefined. */
export function attemptOfLabel(label: string | undefined): string | undefined {
  const attemptId = label?.startsWith(PERSON) ? label.slice(PERSON.length) : "";
  return isUuid(attemptId) ? attemptId : undefined;
}

/**
 * The name under which an agent's browser is known to Twilio. Letters, digits and underscores only
 * (Twilio's rule for client identities, twilio.com/docs/voice/client, read 2026-11), so the hyphens go.
 */
export const agentIdentity = (agentId: string): string => `agent_${agentId.replaceAll("-", "")}`;

/** The agent behind `client:agent_…` (hyphens left out, or written as underscores), or undefined. */
export function agentOfIdentity(from: string | undefined): string | undefined {
  const identity = from?.startsWith("client:agent_") ? from.slice("client:agent_".length) : "";
  const hex = identity.replaceAll("_", "").toLowerCase();
  return BARE_UUID.test(hex) ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : undefined;
}
