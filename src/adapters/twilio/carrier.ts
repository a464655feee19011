/** The carrier port on Twilio, or on anything that speaks Twilio's API. */
import type { Config } from "../../config/config.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import { makeAddresses } from "./addresses.ts";
import { makeCalls } from "./calls.ts";
import { makeTwilioClient, type TwilioClient } from "./client.ts";
import { makeConferences } from "./conferences.ts";
import { readFailure, sentence } from "./failures.ts";
import { makeLineToken } from "./line-token.ts";
import { agentCall, contactCall, placeCall } from "./place-call.ts";

/** `publicBaseUrl`: how the carrier reaches our webhooks, without a trailing slash. */
export function makeTwilioCarrier(deps: { config: Config["carrier"]; publicBaseUrl: string; clock: Clock }): Carrier {
  const client = makeTwilioClient(deps.config);
  const addresses = makeAddresses(deps.publicBaseUrl);
  return {
    placeCall: (order) => placeCall(client, contactCall(order, addresses)),
    callAgent: (order) => placeCall(client, agentCall(order, addresses)),
    ...makeCalls(client, addresses),
    ...makeConferences(client),
    lineToken: makeLineToken(deps.config, deps.clock),
    check: () => check(client, deps.config.accountSid),
  };
}

/** Asks for one call and not for the account: a standard API key may not read the account itself. */
async function check(client: TwilioClient, account: string): ReturnType<Carrier["check"]> {
  try {
    await client.calls.list({ limit: 1, pageSize: 1 });
    return { ok: true, account };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === "refused") return { ok: false, code: failure.error.code, message: sentence(failure.error.meaning) };
    return { ok: false, code: failure.code, message: failure.message };
  }
}
