/** A webhook whose signature and account are proven: its fields, and the ids in it, checked where they are read. */
import type { RequestHandler, Response } from "express";
import type { Config } from "../../config/config.ts";
import { agentOfIdentity, isCallSid, isConferenceSid, isUuid } from "./ids.ts";
import { malformed, refuse } from "./problems.ts";
import { isSignedByTwilio } from "./signature.ts";
import { readBody, readPayload } from "./webhook-body.ts";

export type VerifiedWebhook = ReturnType<typeof makeVerifiedWebhook>;

/**
 * Believes a webhook or refuses it, before anything is stored. Expects the body as bytes. The address is built
 * from the public base URL and never from the Host header, which whoever sends the request chooses.
 */
export const verifyWebhook =
  (deps: { config: Config["carrier"]; publicBaseUrl: string }): RequestHandler =>
  (request, response, next) => {
    const body = readBody(bytesOf(request.body), request.get("content-type"));
    if (body === undefined) throw wrongType(request.get("content-type"));
    const signature = request.get("x-twilio-signature");
    const url = deps.publicBaseUrl + request.originalUrl;
    if (!isSignedByTwilio({ signature, url, ...body }, deps.config.authTokens)) throw notSigned(signature);
    const payload = readPayload(body);
    if (payload === undefined) throw malformed("body", "no JSON object", "a JSON object");
    if (payload.AccountSid !== deps.config.accountSid) throw wrongAccount(payload.AccountSid);
    response.locals.webhook = makeVerifiedWebhook(payload, request.query);
    next();
  };

/** The webhook that `verifyWebhook` let through. */
export const webhookOf = (response: Response): VerifiedWebhook => response.locals.webhook as VerifiedWebhook;

function makeVerifiedWebhook(payload: Record<string, string>, query: Record<string, unknown>) {
  const inQuery = (name: "attempt" | "agent"): string | undefined => {
    const value = query[name];
    if (value === undefined) return undefined;
    if (typeof value !== "string") throw malformed(name, "several", "one UUID");
    if (!isUuid(value)) throw malformed(name, value, "a UUID in lower case");
    return value;
  };
  const required = (name: "attempt" | "agent"): string => {
    const value = inQuery(name);
    if (value === undefined) throw malformed(name, undefined, "a UUID in lower case");
    return value;
  };
  return {
    payload,
    attemptId: () => required("attempt"),
    attemptIdIfAny: () => inQuery("attempt"),
    agentId: () => required("agent"),
    agentIdIfAny: () => inQuery("agent") ?? agentOfIdentity(payload.From),
    /** The agent whose browser dials in, known by the identity in its token. */
    dialingAgentId: () => {
      const agentId = agentOfIdentity(payload.From);
      if (agentId === undefined) throw malformed("From", payload.From, "client:agent_ and the agent's id");
      return agentId;
    },
    callSid: () => {
      const { CallSid } = payload;
      if (CallSid === undefined || !isCallSid(CallSid)) throw malformed("CallSid", CallSid, "CA and 32 hexadecimal digits");
      return CallSid;
    },
    conferenceSid: () => {
      const { ConferenceSid } = payload;
      if (ConferenceSid === undefined || !isConferenceSid(ConferenceSid))
        throw malformed("ConferenceSid", ConferenceSid, "CF and 32 hexadecimal digits");
      return ConferenceSid;
    },
  };
}

/** The signature needs the bytes as they came. */
function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  if (body === undefined || body === null) return Buffer.alloc(0);
  throw new Error("The Twilio routes must be mounted before any body parser: found a parsed body, expected the bytes.");
}

const wrongType = (found: string | undefined): Error =>
  refuse({
    status: 415,
    code: "unsupported-content-type",
    title: "The webhook's body is neither a form nor JSON.",
    field: "Content-Type",
    found: (found ?? "nothing").slice(0, 80),
    expected: "application/x-www-form-urlencoded or application/json",
  });

const notSigned = (signature: string | undefined): Error =>
  refuse({
    status: 403,
    code: "webhook-not-signed",
    title: "The webhook is not signed by the carrier.",
    field: "X-Twilio-Signature",
    found: signature === undefined ? "nothing" : "a signature that does not fit",
    expected: "the signature of this address and body with the account's auth token; check PUBLIC_BASE_URL and TWILIO_AUTH_TOKEN",
  });

const wrongAccount = (found: string | undefined): Error =>
  refuse({
    status: 403,
    code: "webhook-of-another-account",
    title: "The webhook is of another account.",
    field: "AccountSid",
    found: found === undefined ? "nothing" : "another account",
    expected: "the configured TWILIO_ACCOUNT_SID",
  });
