/**
 * Contacts that the gate finished for good are looked at again when what it said no to has changed: the campaign's
 * settings, a consent, a do-not-call entry, or what is known of a place. The gate then answers anew; nothing is allowed
 * by looking again.
 */
const BY_LAW = ["unknown-rule", "unknown-jurisdiction", "no-common-calling-time", "mobile-ban", "on-register"] as const;
const BY_CONSENT = ["request-required", "consent-required", "consent-expired", "mobile-ban", "on-register"] as const;

/** Codes of the gate that a change of this kind may take back. */
export const SECOND_LOOK = {
  settings: [...new Set([...BY_LAW, ...BY_CONSENT, "attempts-used-up", "unreadable-question"])],
  consent: BY_CONSENT,
  "do-not-call": ["do-not-call"],
  place: [...BY_LAW, "unknown-place"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
