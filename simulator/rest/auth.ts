import type { IncomingHttpHeaders } from "node:http";
import type { World } from "../world.ts";
import { RestError } from "./rest-error.ts";

/** Basic authentication: the account and its token, or an API key and its secret. */
export function authenticate(world: World, headers: IncomingHttpHeaders): void {
  const { settings, account } = world;
  const [scheme, encoded = ""] = (headers.authorization ?? "").split(" ");
  const text = scheme?.toLowerCase() === "basic" ? Buffer.from(encoded, "base64").toString("utf8") : "";
  const user = text.slice(0, text.indexOf(":"));
  const secret = text.slice(text.indexOf(":") + 1);
  const isAccount = user === settings.accountSid && secret === account.authToken;
  const isKey = user === settings.apiKeySid && secret === settings.apiKeySecret;
  if (!isAccount && !isKey) throw new RestError(401, 20003, "Authenticate");
  if (account.suspended) throw new RestError(403, 20005, "Account not active");
}
