import { z } from "zod";
import { id, idParams, instant, instantIn, pageOf, pageQuery, phone } from "./common.ts";
import { route } from "./route.ts";

const scope = z.enum(["organisation", "campaign"]);
/** number: this number. person: whoever answers this number, on all of theirs. prefix: every number that begins so. */
const target = z.enum(["number", "person", "prefix"]);

export const doNotCallEntry = z
  .object({
    id,
    target,
    scope,
    phone: z.string().nullable(),
    prefix: z.string().nullable(),
    campaignId: id.nullable(),
    reason: z.string(),
    source: z.string(),
    attemptId: id.nullable(),
    createdAt: instant,
    expiresAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: "DoNotCallEntry" });

const newEntry = z
  .strictObject({
    target: target.default("person"),
    phone: phone.nullable().default(null),
    prefix: z
      .string()
      .regex(/^\+[1-9]\d{1,12}$/, "+ and the first 2 to 13 digits, such as +1900")
      .nullable()
      .default(null),
    scope: scope.default("organisation"),
    campaignId: id.nullable().default(null),
    reason: z.string().trim().min(1).max(500),
    expiresAt: instantIn.nullable().default(null),
  })
  .refine((entry) => (entry.scope === "campaign") === (entry.campaignId !== null), {
    message: "a campaign for the scope campaign, and none for the scope organisation",
    path: ["campaignId"],
  })
  .refine((entry) => (entry.target === "prefix") === (entry.prefix !== null), {
    message: "a prefix for the target prefix, and none for the others",
    path: ["prefix"],
  })
  .refine((entry) => (entry.target === "prefix") === (entry.phone === null), {
    message: "a number for the targets number and person, and none for the target prefix",
    path: ["phone"],
  })
  .meta({ id: "NewDoNotCallEntry" });

const tag = "Do not call";

export const doNotCallRoutes = {
  listDoNotCall: route({
    method: "get",
    path: "/v1/do-not-call",
    tag,
    summary: "Do-not-call entries in force, newest first; `phone`: those that hold for this number",
    may: "read-do-not-call",
    query: pageQuery.extend({ phone: phone.optional() }),
    response: { status: 200, about: "A page of entries", schema: pageOf(doNotCallEntry).meta({ id: "DoNotCallPage" }) },
    errors: [],
  }),
  forbidCalls: route({
    method: "post",
    path: "/v1/do-not-call",
    tag,
    summary: "Forbid calls to a number, a person or all numbers that begin so; stops every call that is not yet released, at once",
    may: "forbid-calls",
    body: newEntry,
    response: { status: 201, about: "Forbidden", schema: doNotCallEntry },
    errors: [404, 409, 422],
    idempotent: true,
  }),
  withdrawForbid: route({
    method: "delete",
    path: "/v1/do-not-call/{id}",
    tag,
    summary: "Withdraw an entry that was made in error; it stays on record",
    may: "withdraw-forbid",
    params: idParams,
    response: { status: 204, about: "Withdrawn" },
    errors: [404],
  }),
};
