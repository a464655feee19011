/**
 * A contact is a person or household to reach: one row of a list, with its numbers in the order in which they are tried.
 * Several contacts may be one person; `personId` says who answers.
 */
import type { NumberType } from "../compliance/decision.ts";
import type { Instant } from "../instant.ts";
import type { RowConsent } from "./row-consent.ts";

/** What one row of a list says, read and checked, before it has an id. */
export type ContactDraft = {
  /** E.164, in the order in which they are tried, each once, at least one. */
  phones: readonly string[];
  /** What each of them is reached on, in their order. */
  numberTypes: readonly NumberType[];
  /** What the list says of a consent. */
  consent: RowConsent | null;
  externalRef: string | null;
  givenName: string | null;
  familyName: string | null;
  /** ISO 3166-1 alpha-2 where the row named a country that we know, else as written. */
  country: string | null;
  region: string | null;
  postalCode: string | null;
  timeZone: string | null;
  language: string | null;
  /** Higher goes first within a campaign. */
  priority: number;
  /** Which debt the calls are about, as the list names it. */
  debtId: string | null;
  /** The other columns, by header. Shown to agents, never used for deciding. */
  fields: Readonly<Record<string, string>>;
};

export type ContactPhone = { position: number; phone: string; badReason: string | null; numberType: NumberType };

export type Contact = Omit<ContactDraft, "phones" | "numberTypes" | "consent"> & {
  id: string;
  listId: string;
  personId: string;
  phones: readonly ContactPhone[];
  createdAt: Instant;
};

/** Most that a row may say in one cell that has a meaning, in characters. */
export const LONGEST_CELL = 500;

/** Priorities a row may ask for: the whole numbers from -1000 to 1000. */
export const HIGHEST_CONTACT_PRIORITY = 1_000;
