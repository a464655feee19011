import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SECOND_MS } from "../../../../campaigns/instant.ts";
import type { HttpDeps } from "../deps.ts";
import { orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toIso } from "../wire.ts";

/** Longer than that nobody waits for an answer; `checkedTo` says where to go on. */
const VERIFY_WITHIN_MS = 20 * SECOND_MS;

const MEDIA_TYPES = { csv: "text/csv", jsonl: "application/x-ndjson" } as const;
const instantOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

export function recordHandlers({
  services,
  stores,
  clock,
}: HttpDeps): HandlersOf<"verifyLedger" | "listAnchors" | "exportRecords" | "erasePerson"> {
  return {
    verifyLedger: async ({ query }) => {
      const found = await services.verifyLedger({ from: query.from ?? null, to: query.to ?? null, withinMs: VERIFY_WITHIN_MS });
      return { ...found, breaches: [...found.breaches] };
    },
    async listAnchors({ query: { from = "", to = "9999" } }) {
      const heads = await stores.chain.heads();
      return { items: heads.filter(({ day }) => day >= from && day <= to), at: toIso(clock.now()) ?? "" };
    },
    async exportRecords({ query, principal, res }) {
      const { format, from, to, ...filter } = query;
      const pieces = await services.exportRecords({ ...filter, from: instantOf(from), to: instantOf(to) }, format, principal.actor);
      res.status(200).type(MEDIA_TYPES[format]).set("Content-Disposition", `attachment; filename="records.${format}"`);
      await pipeline(Readable.from(pieces), res);
    },
    async erasePerson({ body: { contactId, personId, phone }, principal }) {
      const wish = contactId !== undefined ? { contactId } : personId !== undefined ? { personId } : { phone: phone ?? "" };
      const { erasure } = orRefuse(await services.erasePerson(wish, principal.actor));
      return { ...erasure, kept: erasure.kept.map((part) => ({ ...part, rules: [...part.rules] })) };
    },
  };
}
