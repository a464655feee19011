/** The agent's softphone: dials in to the simulated carrier with the token that the API gave out. */
import type { ApiClient } from "./api-client.ts";

type Line = { token: string | null; identity: string | null };

/** Asks the API for a line and connects it. Throws when either of the two says no. */
export async function openLine(api: ApiClient, carrierUrl: string): Promise<void> {
  const { token, identity } = await api.ask<Line>("POST", "/v1/agents/me/line", { kind: "client" });
  if (token === null || identity === null) throw new Error("line: found no token; expected one for a browser line");
  const response = await fetch(`${carrierUrl}/sim/endpoints/client:${encodeURIComponent(identity)}/connect`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`line: found ${response.status} from the simulated carrier; expected it to take the softphone in`);
  await response.body?.cancel();
}
