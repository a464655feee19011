/**
 * Twilio's own client library, pointed at Twilio or at anything that speaks its API.
 * The library has no setting for another address (6.2.0), so a subclass of its transport rewrites it.
 */
import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";
import type { Config } from "../../config/config.ts";

export type TwilioClient = twilio.Twilio;
type Answer<Data> = ReturnType<typeof RequestClient.prototype.request<Data>>;

/** Connections to Twilio at one time. The library's own 20 would make requests wait, and time out unsent. */
const MAX_SOCKETS = 100;

/** https://api.twilio.com/x becomes <baseUrl>/x; which product was meant stays in a header. */
class BaseUrlRequestClient extends twilio.RequestClient {
  readonly #baseUrl: string;

  constructor(baseUrl: string, options: RequestClient.RequestClientOptions) {
    super(options);
    this.#baseUrl = baseUrl.replace(/\/+$/, "");
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>): Answer<Data> {
    const asked = new URL(options.uri);
    const product = asked.hostname.split(".")[0] ?? "";
    return super.request<Data>({
      ...options,
      uri: this.#baseUrl + asked.pathname + asked.search,
      headers: { ...options.headers, "X-Twilio-Product": product },
    });
  }
}

/**
 * The client for these settings: with an API key where there is one, else with the primary auth token.
 * A request ends after `requestTimeoutMs` in all, and is never repeated by the library: a call that may
 * have been placed must be looked up, not asked for again.
 */
export function makeTwilioClient(config: Config["carrier"]): TwilioClient {
  const options: RequestClient.RequestClientOptions = { timeout: config.requestTimeoutMs, maxSockets: MAX_SOCKETS, autoRetry: false };
  const httpClient = config.baseUrl === null ? new twilio.RequestClient(options) : new BaseUrlRequestClient(config.baseUrl, options);
  // The library's own timeout starts anew with every byte; this one does not.
  httpClient.axios.interceptors.request.use((request) => {
    request.signal = AbortSignal.timeout(config.requestTimeoutMs);
    return request;
  });
  if (config.apiKey !== null) return twilio(config.apiKey.sid, config.apiKey.secret, { accountSid: config.accountSid, httpClient });
  return twilio(config.accountSid, config.authTokens[0], { httpClient });
}
