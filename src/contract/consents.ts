import { z } from "zod";
import { CALL_KINDS } from "../../campaigns/compliance/call-kind.ts";
import { CONSENT_BASES } from "../../campaigns/compliance/consent.ts";
import { id, instant, instantIn, pageOf, pageQuery, phone } from "./common.ts";
import { route } from "./route.ts";

/** number: this number alone. person: every number of whoever answers this one. */
const covers = z.enum(["number", "person"]);
const callKinds = z.array(z.enum(CALL_KINDS)).max(CALL_KINDS.length);
const subject = z.string().trim().min(1).max(60).nullable();
const agreedTime = <At extends z.ZodType>(at: At) => z.union([z.literal("any"), z.object({ from: at, to: at })]).nullable();

export const consent = z
  .object({
    id,
    phone: z.string(),
    covers,
    personId: id.nullable(),
    contactId: id.nullable(),
    basis: z.enum(CONSENT_BASES),
    /** None named: calls of every kind. */
    callKinds,
    subject: z.string().nullable(),
    source: z.string(),
    obtainedAt: instant,
    until: instant.nullable(),
    agreedTime: agreedTime(instant),
    proof: z.record(z.string(), z.unknown()),
    recordedBy: z.string(),
    recordedAt: instant,
  })
  .meta({ id: "Consent" });

const newConsent = z
  .strictObject({
    phone,
    covers: covers.default("number"),
    contactId: id.nullable().default(null),
    basis: z.enum(CONSENT_BASES),
    callKinds: callKinds.default([]),
    subject: subject.default(null),
    /** How it was obtained: "web-form", "recording", "paper". */
    source: z.string().trim().min(1).max(60),
    obtainedAt: instantIn,
    until: instantIn.nullable().default(null),
    /** "any": at any hour. */
    agreedTime: agreedTime(instantIn).default(null),
    /** What shows it: form id, recording, IP address, the text that was shown. Demanded for express and written consent. */
    proof: z.record(z.string().min(1).max(60), z.union([z.string().max(5_000), z.number(), z.boolean()])).default({}),
  })
  .meta({ id: "NewConsent" });

const CHANNELS = ["agent", "keypress", "sms", "web", "api", "import", "cli"] as const;

export const withdrawal = z
  .object({
    id,
    phone: z.string(),
    covers,
    personId: id.nullable(),
    callKinds,
    subject: z.string().nullable(),
    channel: z.enum(CHANNELS),
    attemptId: id.nullable(),
    /** The do-not-call entry that came of it; null: a part was taken back, and calls of that part are refused. */
    doNotCallId: id.nullable(),
    withdrawnAt: instant,
    recordedBy: z.string(),
    recordedAt: instant,
  })
  .meta({ id: "ConsentWithdrawal" });

const newWithdrawal = z
  .strictObject({
    phone,
    covers: covers.default("person"),
    /** What is taken back; nothing named: everything, and the person is called no more. */
    callKinds: callKinds.default([]),
    subject: subject.default(null),
    channel: z.enum(CHANNELS).default("api"),
    attemptId: id.nullable().default(null),
    /** When the person said it; null: now. */
    withdrawnAt: instantIn.nullable().default(null),
    reason: z.string().trim().min(1).max(500).default("asked-by-the-person"),
  })
  .meta({ id: "NewConsentWithdrawal" });

const tag = "Consent";

export const consentRoutes = {
  listConsents: route({
    method: "get",
    path: "/v1/consents",
    tag,
    summary: "Consents as they were written down, newest first; `phone`: those that speak of this number",
    may: "read-consents",
    query: pageQuery.extend({ phone: phone.optional() }),
    response: { status: 200, about: "A page of consents", schema: pageOf(consent).meta({ id: "ConsentPage" }) },
    errors: [],
  }),
  recordConsent: route({
    method: "post",
    path: "/v1/consents",
    tag,
    summary: "Write down a consent or a relationship, and what proves it; it is never changed, only withdrawn",
    may: "record-consent",
    body: newConsent,
    response: {
      status: 201,
      about: "Written down; `isForbidden`: a do-not-call entry stands against it all the same",
      schema: consent.extend({ isForbidden: z.boolean() }).meta({ id: "RecordedConsent" }),
    },
    errors: [404, 422],
    idempotent: true,
  }),
  withdrawConsent: route({
    method: "post",
    path: "/v1/consents/withdraw",
    tag,
    summary: "Take consent back; stops every call that is not yet released, in all campaigns, at once",
    may: "forbid-calls",
    body: newWithdrawal,
    response: { status: 201, about: "Withdrawn", schema: withdrawal },
    errors: [422],
    idempotent: true,
  }),
  listWithdrawals: route({
    method: "get",
    path: "/v1/consents/withdrawals",
    tag,
    summary: "Withdrawals that speak of a number, newest first",
    may: "read-consents",
    query: z.strictObject({ phone }),
    response: { status: 200, about: "All of them", schema: z.object({ items: z.array(withdrawal) }).meta({ id: "ConsentWithdrawals" }) },
    errors: [],
  }),
};
