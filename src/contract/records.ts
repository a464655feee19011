import { z } from "zod";
import { id, instant, instantIn, phone } from "./common.ts";
import { route } from "./route.ts";

const day = z.iso.date().meta({ description: "A date in Greenwich" });
const count = z.number().int();

const breach = z.object({ day: z.string(), sequence: count.nullable(), code: z.string(), detail: z.string() }).meta({ id: "LedgerBreach" });

export const verification = z
  .object({
    isUnbroken: z.boolean(),
    /** false: the time was up. Ask again with `from`, the day of `checkedTo`. */
    isComplete: z.boolean(),
    dayCount: count,
    entryCount: count,
    /** Entries whose content was removed, and rightly so. */
    removed: z.object({ retention: count, erasure: count }),
    breachCount: count,
    /** The first thousand. */
    breaches: z.array(breach),
    checkedTo: z.object({ day: z.string(), sequence: count }).nullable(),
  })
  .meta({ id: "LedgerVerification" });

const anchor = z.object({ day: z.string(), count, hash: z.string() }).meta({ id: "LedgerAnchor" });

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || Date.parse(from) <= Date.parse(to);
const NOT_IN_ORDER = { message: "a moment that is not before from", path: ["to"] };

const span = z.strictObject({ from: day.optional(), to: day.optional() }).refine(inOrder, NOT_IN_ORDER);

export const recordFormat = z.enum(["csv", "jsonl"]);

const recordQuery = z
  .strictObject({
    phone: phone.optional(),
    campaignId: id.optional(),
    from: instantIn.optional(),
    to: instantIn.optional(),
    format: recordFormat.default("csv"),
  })
  .refine(({ phone: number, campaignId, from }) => number !== undefined || campaignId !== undefined || from !== undefined, {
    message: "a phone, a campaignId or a from",
    path: ["from"],
  })
  .refine(inOrder, NOT_IN_ORDER);

const kept = z
  .object({ what: z.enum(["attempts", "decisions", "consents"]), count, until: z.string(), rules: z.array(z.string()) })
  .meta({ id: "KeptRecords", description: "What a law needs: until the end of which day, and which rules say so" });

export const erasure = z
  .object({
    id,
    personId: id,
    removed: z.object({
      contacts: count,
      numbers: count,
      campaignContacts: count,
      refusedRows: count,
      attempts: count,
      decisions: count,
      consents: count,
    }),
    kept: z.array(kept),
    /** Entries that keep the person uncalled; they stay. */
    doNotCallEntries: count,
    /** The day on which the next part of what is kept goes by itself; null: nothing is kept. */
    nextOn: z.string().nullable(),
  })
  .meta({ id: "Erasure" });

const newErasure = z
  .strictObject({ contactId: id.optional(), personId: id.optional(), phone: phone.optional() })
  .refine((wish) => Object.values(wish).filter((value) => value !== undefined).length === 1, {
    message: "exactly one of contactId, personId and phone",
  })
  .meta({ id: "NewErasure" });

const tag = "Records";

export const recordRoutes = {
  verifyLedger: route({
    method: "get",
    path: "/v1/audit/verification",
    tag,
    summary: "Go through the decision ledger and name what is not as it was written; answers within twenty seconds, with how far it came",
    may: "read-records",
    query: span,
    response: { status: 200, about: "Unbroken, or what is wrong and where", schema: verification },
    errors: [],
  }),
  listAnchors: route({
    method: "get",
    path: "/v1/audit/anchors",
    tag,
    summary: "The end of each day's chain, to be kept elsewhere: it shows later that nothing was written anew",
    may: "read-records",
    query: span,
    response: {
      status: 200,
      about: "One for each day, oldest first",
      schema: z.object({ items: z.array(anchor), at: instant }).meta({ id: "LedgerAnchors" }),
    },
    errors: [],
  }),
  exportRecords: route({
    method: "get",
    path: "/v1/records",
    tag,
    summary:
      "The record of calls, refusals, consents and do-not-call requests, of a number, a campaign or a span of time; CSV or JSON lines",
    may: "read-records",
    query: recordQuery,
    response: { status: 200, about: "One line each; the columns of the CSV are named in its first line", stream: "text/csv" },
    errors: [],
  }),
  erasePerson: route({
    method: "post",
    path: "/v1/erasures",
    tag,
    summary: "Forget a person: what no law needs goes at once, the rest when its time is over; says what is kept, why and until when",
    may: "erase-persons",
    body: newErasure,
    response: { status: 201, about: "Forgotten, as far as the law lets us", schema: erasure },
    errors: [404, 409],
    idempotent: true,
  }),
};
