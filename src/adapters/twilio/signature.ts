/** Whether a webhook was signed with one of our auth tokens (X-Twilio-Signature). */
import twilio from "twilio";

export type SignedRequest = {
  signature: string | undefined;
  /** The address as Twilio was given it: public base URL, path and query, without the fragment. */
  url: string;
  rawBody: string;
  isJson: boolean;
  /** The form's fields, a repeated one as a list. Empty for JSON. */
  form: Readonly<Record<string, string | string[]>>;
};

/**
 * True when any of the tokens made the signature: during a rotation Twilio may sign with either.
 * A form is signed field by field; a JSON body by its SHA-256, which the signed address then carries.
 */
export function isSignedByTwilio(request: SignedRequest, authTokens: readonly string[]): boolean {
  const { signature } = request;
  if (signature === undefined || signature === "") return false;
  return authTokens.some((authToken) => isSignedWith(authToken, signature, request));
}

function isSignedWith(authToken: string, signature: string, request: SignedRequest): boolean {
  // An empty key would make a signature that anyone can make.
  if (authToken === "") return false;
  try {
    return request.isJson
      ? twilio.validateRequestWithBody(authToken, signature, request.url, request.rawBody)
      : twilio.validateRequest(authToken, signature, request.url, request.form);
  } catch {
    // The library throws on an address that is none; whoever sent that is not Twilio.
    return false;
  }
}
