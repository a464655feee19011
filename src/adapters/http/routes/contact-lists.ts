import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pageToWire, toPageQuery } from "../cursor.ts";
import type { HttpDeps } from "../deps.ts";
import { orNotFound, orRefuse } from "../errors.ts";
import type { HandlersOf } from "../handler.ts";
import { toWire } from "../wire.ts";

type Names = "listContactLists" | "importContacts" | "findContactList" | "refusedRows" | "findContacts" | "findContact";

export function contactListHandlers({ services, stores }: HttpDeps): HandlersOf<Names> {
  return {
    listContactLists: async ({ query }) => pageToWire(await stores.contactLists.page(toPageQuery(query)), toWire),
    async importContacts({ query, body, principal }) {
      const { name, sourceName = name, mapping, country } = query;
      const createdBy = principal.kind === "user" ? principal.id : null;
      return toWire(orRefuse(await services.importContacts({ name, sourceName, mapping, country, createdBy, stream: body })).list);
    },
    findContactList: async ({ params }) => toWire(orNotFound(await stores.contactLists.find(params.id), "contact list")),
    async refusedRows({ params, res }) {
      const csv = orNotFound(await services.refusedRows(params.id), "contact list");
      res.status(200).type("text/csv").set("Content-Disposition", `attachment; filename="refused-${params.id}.csv"`);
      await pipeline(Readable.from(csv), res);
    },
    async findContacts({ query }) {
      const { listId, phone, ...page } = query;
      return pageToWire(await stores.contacts.page({ listId, phone, ...toPageQuery(page) }), toWire);
    },
    findContact: async ({ params }) => toWire(orNotFound(await stores.contacts.find(params.id), "contact")),
  };
}
