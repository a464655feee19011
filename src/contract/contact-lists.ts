import { z } from "zod";
import { id, idParams, instant, pageOf, pageQuery } from "./common.ts";
import { route } from "./route.ts";

export const contactList = z
  .object({
    id,
    name: z.string(),
    sourceName: z.string(),
    state: z.enum(["importing", "ready", "failed", "archived"]),
    /** Refused rows include the duplicates. */
    counts: z.object({ rows: z.number().int(), accepted: z.number().int(), refused: z.number().int(), duplicates: z.number().int() }),
    failure: z.string().nullable(),
    header: z.array(z.string()),
    createdAt: instant,
    readyAt: instant.nullable(),
  })
  .meta({ id: "ContactList" });

/** Which column of the file holds which of our fields: {"phone": "Mobile", "givenName": "First name"}. As JSON text in the query. */
const mapping = z
  .string()
  .max(10_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "a JSON object from our field to the column's header" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().min(1).max(60), z.string().min(1).max(300)));

const tag = "Contact lists";

export const contactListRoutes = {
  listContactLists: route({
    method: "get",
    path: "/v1/contact-lists",
    tag,
    summary: "Contact lists, newest first",
    may: "read-contacts",
    query: pageQuery,
    response: { status: 200, about: "A page of lists", schema: pageOf(contactList).meta({ id: "ContactListPage" }) },
    errors: [],
  }),
  importContacts: route({
    method: "post",
    path: "/v1/contact-lists",
    tag,
    summary: "Import a CSV file as a new contact list; answers when every row has been taken or refused",
    may: "bring-lists",
    query: z.strictObject({
      name: z.string().trim().min(1).max(200),
      sourceName: z.string().trim().min(1).max(300).optional(),
      mapping: mapping.optional(),
      /** The country of numbers that are written without one, ISO 3166-1: "US". */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, "an ISO 3166-1 country such as US")
        .optional(),
    }),
    body: {
      stream: ["text/csv", "application/octet-stream"],
      about: "The file itself, UTF-8 or UTF-16 with a byte-order mark, with a header line",
    },
    response: { status: 201, about: "Imported", schema: contactList },
    errors: [413, 422],
    idempotent: true,
    audit: "contact-list",
  }),
  findContactList: route({
    method: "get",
    path: "/v1/contact-lists/{id}",
    tag,
    summary: "One contact list",
    may: "read-contacts",
    params: idParams,
    response: { status: 200, about: "The list", schema: contactList },
    errors: [404],
  }),
  refusedRows: route({
    method: "get",
    path: "/v1/contact-lists/{id}/refused",
    tag,
    summary: "The rows that were not taken, with the reason for each",
    may: "read-contacts",
    params: idParams,
    response: { status: 200, about: "CSV: line, field, reason, found, expected, raw", stream: "text/csv" },
    errors: [404],
  }),
};
