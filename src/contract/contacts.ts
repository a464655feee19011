import { z } from "zod";
import { NUMBER_TYPES } from "../../campaigns/compliance/decision.ts";
import { id, idParams, instant, pageOf, pageQuery, phone } from "./common.ts";
import { route } from "./route.ts";

export const contact = z
  .object({
    id,
    listId: id,
    personId: id,
    externalRef: z.string().nullable(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    postalCode: z.string().nullable(),
    timeZone: z.string().nullable(),
    language: z.string().nullable(),
    priority: z.number().int(),
    debtId: z.string().nullable(),
    fields: z.record(z.string(), z.string()),
    phones: z.array(
      z.object({ position: z.number().int(), phone: z.string(), badReason: z.string().nullable(), numberType: z.enum(NUMBER_TYPES) }),
    ),
    createdAt: instant,
  })
  .meta({ id: "Contact" });

const tag = "Contacts";

export const contactRoutes = {
  findContacts: route({
    method: "get",
    path: "/v1/contacts",
    tag,
    summary: "Contacts of a list, or those with a number",
    may: "read-contacts",
    query: pageQuery.extend({ listId: id.optional(), phone: phone.optional() }),
    response: { status: 200, about: "A page of contacts", schema: pageOf(contact).meta({ id: "ContactPage" }) },
    errors: [],
  }),
  findContact: route({
    method: "get",
    path: "/v1/contacts/{id}",
    tag,
    summary: "One contact",
    may: "read-contacts",
    params: idParams,
    response: { status: 200, about: "The contact", schema: contact },
    errors: [404],
  }),
};
