/** Writes down that somebody may be called, and what proves it. What it allows is the gate's to say. */
import { SECOND_LOOK } from "../../../campaigns/hopper/second-look.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { ConsentEntry } from "../../ports/consent-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { audit } from "../audit.ts";
import { wholePhone } from "./forbid-calls.ts";

export type ConsentGiven = Omit<ConsentEntry, "id" | "personId" | "recordedAt">;

export type RecordConsentAnswer =
  /** `isForbidden`: a do-not-call entry stands against it all the same. */
  | { ok: true; consent: ConsentEntry; isForbidden: boolean }
  | {
      ok: false;
      reason: "invalid-phone" | "no-such-contact" | "no-proof" | "obtained-in-the-future" | "ends-before-it-begins" | "agreed-time-invalid";
      detail: string;
    };

type Deps = { stores: Stores; clock: Clock; ids: Ids };
type Refusal = Extract<RecordConsentAnswer, { ok: false }>;

const refusal = (reason: Refusal["reason"], detail: string): Refusal => ({ ok: false, reason, detail });

/** Only added to: what was written down wrongly is withdrawn, not changed. */
export function makeRecordConsent(deps: Deps) {
  const { stores, clock, ids } = deps;
  return async function recordConsent(told: ConsentGiven): Promise<RecordConsentAnswer> {
    const now = clock.now();
    const read = wholePhone(told.phone);
    if (!read.ok) return read;
    const given = { ...told, phone: read.phone };
    const fault = refuse(given, now);
    if (fault) return fault;
    return stores.transaction(async (tx): Promise<RecordConsentAnswer> => {
      if (given.contactId !== null) {
        const contact = await tx.contacts.find(given.contactId);
        if (!contact?.phones.some(({ phone }) => phone === given.phone))
          return refusal("no-such-contact", "contactId: found no contact with this number, expected one");
      }
      const personId = await tx.callees.person(given.phone);
      const consent = { ...given, id: ids.next(), personId, recordedAt: now };
      await tx.consents.add([consent]);
      const detail = { basis: consent.basis, source: consent.source, covers: consent.covers };
      await audit(tx, deps, { actor: consent.recordedBy, action: "recordConsent", subject: `consent:${consent.id}`, detail });
      await tx.hopper.lookAgain({ phone: given.phone }, SECOND_LOOK.consent, now);
      const forbidding = await tx.doNotCall.page({ phone: given.phone, now, after: null, limit: 1 });
      return { ok: true, consent, isForbidden: forbidding.items.length > 0 };
    });
  };
}

/** What is wrong with a consent, as far as it says itself. */
function refuse(given: ConsentGiven, now: number): Refusal | undefined {
  const isGiven = given.basis === "express" || given.basis === "written";
  if (isGiven && Object.keys(given.proof).length === 0)
    return refusal("no-proof", `proof: found nothing, expected what shows that consent was given (${given.basis})`);
  if (given.obtainedAt > now) return refusal("obtained-in-the-future", "obtainedAt: found a later instant, expected now or before");
  if (given.until !== null && given.until <= given.obtainedAt)
    return refusal("ends-before-it-begins", "until: found an instant before obtainedAt, expected a later one");
  const { agreedTime } = given;
  if (agreedTime !== null && agreedTime !== "any" && agreedTime[0] >= agreedTime[1])
    return refusal("agreed-time-invalid", "agreedTime: found a span that ends before it begins, expected the earlier instant first");
  return undefined;
}
