import { createHmac } from "node:crypto";

export type Params = Record<string, string | string[]>;

/**
 * X-Twilio-Signature: base64 of HMAC-SHA1, keyed by the account's auth token, over the address without its fragment
 * followed by every form parameter's name and value, names sorted, repeated values once each and sorted.
 * A GET request signs its address only: pass no parameters.
 */
export function signature(authToken: string, url: string, params: Params): string {
  let data = url;
  for (const name of Object.keys(params).sort()) {
    const value = params[name] ?? "";
    const values = Array.isArray(value) ? [...new Set(value)].sort() : [value];
    for (const one of values) data += name + one;
  }
  return createHmac("sha1", authToken).update(Buffer.from(data, "utf8")).digest("base64");
}
