/** What the tests of the Twilio adapter share: settings, a desk that writes down what it is asked, signed posts. */
import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { XMLParser } from "fast-xml-parser";
import twilio from "twilio";
import type { Config } from "../../../src/config/config.ts";
import type { RawCarrierEvent, VoiceDesk, VoiceInstruction } from "../../../src/ports/voice-desk.ts";

export const ACCOUNT_SID = `AC${"0a".repeat(16)}`;
export const AUTH_TOKEN = "1f".repeat(16);
export const ATTEMPT = "01938c5e-0000-7000-8000-0000000000a1";
export const AGENT = "01938c5e-0000-7000-8000-0000000000b2";
export const CALL_SID = `CA${"c1".repeat(16)}`;
export const CONFERENCE_SID = `CF${"d2".repeat(16)}`;

export const carrierConfig = (overrides: Partial<Config["carrier"]> = {}): Config["carrier"] => ({
  accountSid: ACCOUNT_SID,
  authTokens: [AUTH_TOKEN],
  apiKey: null,
  twimlAppSid: null,
  baseUrl: null,
  callsPerSecond: 1,
  lines: 10,
  requestTimeoutMs: 2_000,
  ...overrides,
});

export type Asked = { question: keyof VoiceDesk; input: unknown };

/** A desk that gives one instruction to everybody and remembers what it was asked, in order. */
export function makeWritingDesk(
  instruction: VoiceInstruction = { do: "hang-up" },
): VoiceDesk & { asked: Asked[]; events: RawCarrierEvent[] } {
  const asked: Asked[] = [];
  const events: RawCarrierEvent[] = [];
  const answer = (question: keyof VoiceDesk) => async (input: unknown) => {
    asked.push({ question, input });
    return instruction;
  };
  return {
    asked,
    events,
    answered: answer("answered"),
    stillWaiting: answer("stillWaiting"),
    personLeft: answer("personLeft"),
    optedOut: answer("optedOut"),
    textReceived: async (input) => {
      asked.push({ question: "textReceived", input });
    },
    failed: answer("failed"),
    agentDialedIn: answer("agentDialedIn"),
    agentAnswered: answer("agentAnswered"),
    agentConfirmed: answer("agentConfirmed"),
    agentLeft: answer("agentLeft"),
    record: async (event) => {
      events.push(event);
    },
  };
}

/** A loopback server on a free port; disposing it cuts every connection. */
export async function serve(listener: RequestListener): Promise<AsyncDisposable & { url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Post = {
  /** Where it really goes. */
  to: string;
  /** The address that is signed: the public one. Twilio leaves out the fragment. */
  signedAs: string;
  token?: string;
  headers?: Record<string, string>;
};
type Fields = Record<string, string | string[]>;
/** `sends`: what really goes out, when it is not what was signed. */
export type FormPost = Post & { fields?: Fields; sends?: Fields };
export type JsonPost = Post & { body: string; sends?: string };

const FORM = "application/x-www-form-urlencoded; charset=UTF-8";
const withoutFragment = (address: string): string => address.split("#")[0] ?? "";

/** A form post signed as Twilio signs it. */
export function postForm({ to, signedAs, fields = {}, token = AUTH_TOKEN, headers = {}, sends }: FormPost): Promise<Response> {
  const signed = { AccountSid: ACCOUNT_SID, ...fields };
  const signature = twilio.getExpectedTwilioSignature(token, withoutFragment(signedAs), signed);
  const pairs = Object.entries({ ...signed, ...sends }).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return fetch(to, {
    method: "POST",
    headers: { "content-type": FORM, "x-twilio-signature": signature, ...headers },
    body: new URLSearchParams(pairs).toString(),
  });
}

/** A JSON post signed as Twilio signs it: the body's hash is in the address. */
export function postJson({ to, signedAs, token = AUTH_TOKEN, body, sends = body }: JsonPost): Promise<Response> {
  const hash = `bodySHA256=${createHash("sha256").update(body).digest("hex")}`;
  const withHash = (url: string) => `${url}${url.includes("?") ? "&" : "?"}${hash}`;
  const signature = twilio.getExpectedTwilioSignature(token, withHash(withoutFragment(signedAs)), {});
  return fetch(withHash(to), {
    method: "POST",
    headers: { "content-type": "application/json", "x-twilio-signature": signature },
    body: sends,
  });
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", parseTagValue: false, preserveOrder: false });
/** Markup as an object: elements by name, attributes with @. */
// oxlint-disable-next-line no-explicit-any -- a test says which elements it expects
export const parseTwiml = (xml: string): any => parser.parse(xml).Response;
