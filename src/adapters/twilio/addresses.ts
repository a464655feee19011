/**
 * The only place that writes a webhook address. Each names its attempt or agent, because the first
 * webhook can arrive before the answer to our own request does.
 *
 * The part after # tells Twilio how to connect and when to try again; it is not part of the signature
 * (twilio.com/docs/usage/webhooks/webhooks-connection-overrides, read 2026-11). Twilio's own defaults are
 * one retry and only for a failed connection: a slow or failed answer would be lost.
 */

/** Markup holds up a person on the line: give up a try after 3 s, three tries fit Twilio's ceiling of 15 s. */
const MARKUP = "ct=1000&rt=3000&rc=2&rp=ct,rt,5xx";
/** Events hold up nobody: try again after any failure. */
const EVENT = "rc=3&rp=all";

export type Addresses = ReturnType<typeof makeAddresses>;

/** `publicBaseUrl`: how Twilio reaches us, without a trailing slash. The routes are mounted at /twilio. */
export function makeAddresses(publicBaseUrl: string) {
  const write = (path: string, overrides: string, subject?: { attempt: string } | { agent: string }): string =>
    `${publicBaseUrl}/twilio${path}${subject === undefined ? "" : `?${new URLSearchParams(subject)}`}#${overrides}`;
  const ofAttempt = (path: string, overrides: string) => (attemptId: string) => write(path, overrides, { attempt: attemptId });
  const ofAgent = (path: string, overrides: string) => (agentId: string) => write(path, overrides, { agent: agentId });

  return {
    answered: ofAttempt("/voice/answered", MARKUP),
    waiting: ofAttempt("/voice/waiting", MARKUP),
    personLeft: ofAttempt("/voice/person-left", MARKUP),
    optOut: ofAttempt("/voice/opt-out", MARKUP),
    fallback: ofAttempt("/voice/fallback", MARKUP),
    agentFallback: (): string => write("/voice/fallback", MARKUP),
    agentAnswered: ofAgent("/voice/agent-answered", MARKUP),
    agentConfirmed: ofAgent("/voice/agent-confirmed", MARKUP),
    agentLeft: ofAgent("/voice/agent-left", MARKUP),
    callEvents: ofAttempt("/events/call", EVENT),
    agentCallEvents: ofAgent("/events/call", EVENT),
    answerDetection: ofAttempt("/events/answer-detection", EVENT),
    conferenceEvents: ofAgent("/events/conference", EVENT),
  };
}
