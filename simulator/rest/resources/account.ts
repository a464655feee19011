import { API_VERSION } from "../../calls/fields.ts";
import { rfc2822 } from "../../dates.ts";
import type { World } from "../../world.ts";

/** The secret is never shown, though Twilio shows it to its owner. */
export function accountResource(world: World) {
  const { accountSid } = world.settings;
  const uri = `/${API_VERSION}/Accounts/${accountSid}`;
  const at = rfc2822(world.settings.startAt);
  const parts = { calls: "Calls", conferences: "Conferences", recordings: "Recordings", incoming_phone_numbers: "IncomingPhoneNumbers" };
  return {
    auth_token: "",
    date_created: at,
    date_updated: at,
    friendly_name: "Simulated account",
    owner_account_sid: accountSid,
    sid: accountSid,
    status: world.account.suspended ? "suspended" : "active",
    type: world.settings.trialVerified.length > 0 ? "Trial" : "Full",
    subresource_uris: Object.fromEntries(Object.entries(parts).map(([name, path]) => [name, `${uri}/${path}.json`])),
    uri: `${uri}.json`,
  };
}
