/** The webhook routes on a loopback server, as behind a proxy: Twilio knows them by a public address. */
import express from "express";
import { pino } from "pino";
import { makeAddresses } from "../../../src/adapters/twilio/addresses.ts";
import { makeTwilioRouter } from "../../../src/adapters/twilio/webhooks.ts";
import type { Config } from "../../../src/config/config.ts";
import type { VoiceInstruction } from "../../../src/ports/voice-desk.ts";
import { CALL_SID, carrierConfig, type FormPost, type JsonPost, makeWritingDesk, postForm, postJson, serve } from "./support.ts";

export const PUBLIC_BASE_URL = "https://calls.example.com/dialer";
export const addresses = makeAddresses(PUBLIC_BASE_URL);

export type WebhookServer = Awaited<ReturnType<typeof startWebhooks>>;

export async function startWebhooks(
  options: { instruction?: VoiceInstruction; config?: Partial<Config["carrier"]>; bodyParserFirst?: true } = {},
) {
  const logged: string[] = [];
  const desk = makeWritingDesk(options.instruction);
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const app = express();
  if (options.bodyParserFirst) app.use(express.urlencoded({ extended: false }));
  app.use("/twilio", makeTwilioRouter({ config: carrierConfig(options.config), publicBaseUrl: PUBLIC_BASE_URL, desk, log }));
  const server = await serve(app);
  /** Where an address of ours is really served. */
  const local = (address: string): string => `${server.url}${address.slice(PUBLIC_BASE_URL.length).split("#")[0]}`;
  return {
    desk,
    logged,
    local,
    /** A form of one call, signed for the public address unless `more` says otherwise. */
    post: (address: string, fields: FormPost["fields"] = {}, more: Partial<FormPost> = {}) =>
      postForm({ to: local(address), signedAs: address, fields: { CallSid: CALL_SID, ...fields }, ...more }),
    postJson: (address: string, body: string, more: Partial<JsonPost> = {}) =>
      postJson({ to: local(address), signedAs: address, body, ...more }),
    whatHappened: () => [...desk.asked, ...desk.events],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
