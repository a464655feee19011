/**
 * Rows that stand in a real database, saying only what the test is about: `await aContact(db, { phones: ["+12025550101"] })`.
 * Each returns the row as written. What a row needs to exist (a user for an agent, a list for a contact) is made with it.
 */
import type { Kysely } from "kysely";
import { type CampaignSettings, campaignSettingsSchema } from "../../campaigns/campaign.ts";
import { STRICT_POLICY } from "../../campaigns/contacts/place.ts";
import { placeVersion } from "../../campaigns/contacts/place-version.ts";
import type { Database, NewRow, Row } from "../../src/adapters/postgres/schema.ts";
import { countedIds } from "./ids.ts";

type Db = Kysely<Database>;

const ids = countedIds(0xbb);
export const anId = (): string => ids.next();

/** Area codes of different states; their numbers 555-0100 to 555-0199 belong to nobody (NANPA, read 2026-11-21). */
const AREA_CODES = [202, 212, 303, 312, 404, 415, 503, 602, 617, 702, 713, 804, 919];
let phoneCount = 0;
/** Another fictional number each time: 1,300 of them, then over again. */
export function aPhone(): string {
  const count = phoneCount++;
  const areaCode = AREA_CODES[Math.floor(count / 100) % AREA_CODES.length];
  return `+1${areaCode}55501${String(count % 100).padStart(2, "0")}`;
}

const allDay = [{ opensAt: "00:00", closesAt: "24:00" }];
/** Settings whose calling window is never closed, for calls that demand neither register nor consent. */
export const someSettings = (overrides: Partial<CampaignSettings> = {}): CampaignSettings => ({
  ...campaignSettingsSchema.parse({
    callerIds: ["+12025550199"],
    callKind: "informational",
    callingWindow: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay },
  }),
  ...overrides,
});

export function aUser(db: Db, row: Partial<NewRow<"users">> = {}): Promise<Row<"users">> {
  const id = row.id ?? anId();
  const written = { id, email: `${id}@example.com`, name: "Ada Field", password_hash: "none", role: "agent" as const, ...row };
  return db.insertInto("users").values(written).returningAll().executeTakeFirstOrThrow();
}

/** An agent, by default available with a parked line. */
export async function anAgent(db: Db, row: Partial<NewRow<"agents">> = {}): Promise<Row<"agents">> {
  const { id } = await aUser(db, row.id ? { id: row.id } : {});
  const parked = {
    state: "available" as const,
    line_state: "parked" as const,
    line_kind: "client" as const,
    line_address: `client:${id}`,
    line_call_id: `CA${id.replaceAll("-", "")}`,
  };
  const written = { ...parked, conference_name: `agent-${id}`, ...row, id };
  return db.insertInto("agents").values(written).returningAll().executeTakeFirstOrThrow();
}

/** A place by its zones; the same zones and jurisdictions are one place. */
export async function aPlace(db: Db, row: Partial<Omit<Row<"places">, "id">> = {}): Promise<Row<"places">> {
  const zones = row.zones ?? ["America/New_York"];
  const jurisdictions = row.jurisdictions ?? ["US", "US-NY"];
  const written = { zones, jurisdictions, source: "explicit-zone", key: JSON.stringify([zones, jurisdictions]), ...row };
  return db
    .insertInto("places")
    .values(written)
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ source: written.source }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function aContactList(db: Db, row: Partial<NewRow<"contact_lists">> = {}): Promise<Row<"contact_lists">> {
  // Its numbers are at the places that the test gave them, and stay there.
  const placed = { place_version: placeVersion(STRICT_POLICY) };
  const written = { id: anId(), name: "Spring renewals", source_name: "spring.csv", state: "ready" as const, ...placed, ...row };
  return db.insertInto("contact_lists").values(written).returningAll().executeTakeFirstOrThrow();
}

export type ContactWish = Partial<NewRow<"contacts">> & {
  /** In the order in which they are tried. Default: one fictional number. */
  phones?: readonly string[];
  place?: Row<"places">;
};
export type BuiltContact = Row<"contacts"> & { phones: string[]; place: Row<"places"> };

/** A contact with its numbers, its person and its place. */
export async function aContact(db: Db, wish: ContactWish = {}): Promise<BuiltContact> {
  const { phones: wishedPhones, place: wishedPlace, ...row } = wish;
  const phones = [...(wishedPhones ?? [aPhone()])];
  const place = wishedPlace ?? (await aPlace(db));
  const listId = row.list_id ?? (await aContactList(db)).id;
  const written = { id: anId(), person_id: anId(), given_name: "Robin", family_name: "Example", ...row, list_id: listId };
  const contact = await db.insertInto("contacts").values(written).returningAll().executeTakeFirstOrThrow();
  const numbers = phones.map((phone, index) => ({ contact_id: contact.id, position: index + 1, phone, place_id: place.id }));
  await db.insertInto("contact_phones").values(numbers).execute();
  await db
    .insertInto("person_phones")
    .values(phones.map((phone) => ({ phone, person_id: contact.person_id })))
    .onConflict((conflict) => conflict.column("phone").doNothing())
    .execute();
  return { ...contact, phones, place };
}

export type CampaignWish = Omit<Partial<NewRow<"campaigns">>, "settings"> & { settings?: Partial<CampaignSettings> };

/** A campaign, by default running, with a calling window that is never closed. */
export function aCampaign(db: Db, wish: CampaignWish = {}): Promise<Row<"campaigns">> {
  const settings = JSON.stringify(someSettings(wish.settings));
  const written = { id: anId(), name: "Spring renewals", state: "running" as const, ...wish, settings };
  return db.insertInto("campaigns").values(written).returningAll().executeTakeFirstOrThrow();
}

/** Puts the contact into the campaign, by default ready and due since ever; attaches its list. */
export async function aCampaignContact(
  db: Db,
  joined: { campaign: { id: string }; contact: BuiltContact },
  row: Partial<NewRow<"campaign_contacts">> = {},
): Promise<Row<"campaign_contacts">> {
  const { campaign, contact } = joined;
  await db
    .insertInto("campaign_lists")
    .values({ campaign_id: campaign.id, list_id: contact.list_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const written = { campaign_id: campaign.id, contact_id: contact.id, list_id: contact.list_id, place_id: contact.place.id, ...row };
  return db.insertInto("campaign_contacts").values(written).returningAll().executeTakeFirstOrThrow();
}

/** An attempt to the contact's first number, by default just reserved. */
export function anAttempt(
  db: Db,
  joined: { campaign: { id: string }; contact: BuiltContact },
  row: Partial<NewRow<"attempts">> = {},
): Promise<Row<"attempts">> {
  const { campaign, contact } = joined;
  const written = {
    id: anId(),
    kind: "list" as const,
    campaign_id: campaign.id,
    contact_id: contact.id,
    person_id: contact.person_id,
    phone: contact.phones[0] ?? aPhone(),
    phone_position: 1,
    number_in_campaign: 1,
    reserved_at: new Date(),
    ...row,
  };
  return db.insertInto("attempts").values(written).returningAll().executeTakeFirstOrThrow();
}

/** An entry for a number, by default of the whole organisation. */
export function aDoNotCallEntry(
  db: Db,
  row: Partial<NewRow<"do_not_call_entries">> & { phone: string | null },
): Promise<Row<"do_not_call_entries">> {
  const scope = row.campaign_id ? ("campaign" as const) : ("organisation" as const);
  const written = { id: anId(), scope, reason: "asked-not-to-be-called", source: "agent", ...row };
  return db.insertInto("do_not_call_entries").values(written).returningAll().executeTakeFirstOrThrow();
}
