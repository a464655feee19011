/** What the consent columns of a list say: on which basis somebody may be called, since when, and how it was obtained. */
import { CONSENT_BASES, type ConsentBasis } from "../compliance/consent.ts";
import { readInstant } from "../compliance/explain/instant-text.ts";
import type { Instant } from "../instant.ts";
import { plainHeader } from "./header-words.ts";

export type RowConsent = { basis: ConsentBasis; obtainedAt: Instant; source: string };

export type RowConsentAnswer =
  | { ok: true; consent: RowConsent | null }
  | { ok: false; column: "consent" | "consentAt"; found: string | null; expected: string };

const YES = new Set(["yes", "y", "true", "1", "x", "optin", "optedin", "given", "granted", "si", "ja", "oui", "sim", "tak"]);
const NO = new Set(["no", "n", "false", "0", "none", "optout", "optedout", "nein", "non", "nao", "nie", ""]);

/** No word in the first column, or a no: nothing is known of a consent. A yes without its day proves nothing and is refused. */
export function readRowConsent(cells: { consent: string | null; at: string | null; source: string | null }): RowConsentAnswer {
  const word = plainHeader(cells.consent ?? "");
  if (NO.has(word)) return { ok: true, consent: null };
  const basis = YES.has(word) ? "express" : CONSENT_BASES.find((known) => known === word);
  if (!basis) return { ok: false, column: "consent", found: cells.consent, expected: `yes, no or one of ${CONSENT_BASES.join(", ")}` };
  const obtainedAt = cells.at === null ? undefined : readInstant(cells.at);
  if (obtainedAt === undefined)
    return { ok: false, column: "consentAt", found: cells.at, expected: "the day of the consent, such as 2026-10-01" };
  return { ok: true, consent: { basis, obtainedAt, source: cells.source ?? "import" } };
}
