import { type Kysely, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { CallHistory } from "../../../campaigns/compliance/decision.ts";
import { DAY_MS, type Instant } from "../../../campaigns/instant.ts";
import type { Database } from "./schema.ts";

type Candidate = { contactId: string; personId: string; phone: string; campaignId: string; exceptAttemptId: string | null };

/** Caps look back 30 days at most (campaign.ts allows 720 hours). */
const LOOK_BACK_MS = 30 * DAY_MS;

const NO_ATTEMPT = "00000000-0000-0000-0000-000000000000";

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** The history of several candidates with four statements, however many there are. */
export async function readHistories(db: Kysely<Database>, candidates: readonly Candidate[], now: Instant): Promise<CallHistory[]> {
  if (candidates.length === 0) return [];
  const [open, placed, entries, counts] = [
    await readOpen(db, candidates),
    await readPlaced(db, candidates, now),
    await readDoNotCall(db, candidates, now),
    await readPlacedForContact(db, candidates),
  ];
  return candidates.map((candidate) => ({
    openAttempts: open
      .filter((row) => row.id !== candidate.exceptAttemptId && (row.person_id === candidate.personId || row.phone === candidate.phone))
      .map((row) => ({ attemptId: row.id, state: row.state, phone: row.phone })),
    placed: placed
      .filter((row) => row.id !== candidate.exceptAttemptId && (row.person_id === candidate.personId || row.phone === candidate.phone))
      .map((row) => ({
        attemptId: row.id,
        phone: row.phone,
        campaignId: row.campaign_id,
        placedAt: row.submitting_at as Instant,
        subject: null,
        debtId: null,
        outcomes: [],
      })),
    inboundConversations: [],
    consents: [],
    registers: [],
    stops: [],
    placedForContact: counts.get(`${candidate.campaignId} ${candidate.contactId}`) ?? 0,
    doNotCall: entries
      .filter((row) => row.phone === candidate.phone && (row.scope === "organisation" || row.campaign_id === candidate.campaignId))
      .map((row) => ({
        id: row.id,
        target: "number",
        scope: row.scope,
        campaignId: row.campaign_id,
        reason: row.reason,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      })),
  }));
}

const readOpen = (db: Kysely<Database>, candidates: readonly Candidate[]) =>
  db
    .selectFrom("attempts")
    .select(["id", "state", "phone", "person_id"])
    .where("state", "in", OPEN_STATES)
    .where((eb) =>
      eb.or([
        eb("person_id", "in", unique(candidates.map((candidate) => candidate.personId))),
        eb("phone", "in", unique(candidates.map((candidate) => candidate.phone))),
      ]),
    )
    .execute();

const readPlaced = (db: Kysely<Database>, candidates: readonly Candidate[], now: Instant) =>
  db
    .selectFrom("attempts")
    .select(["id", "phone", "person_id", "campaign_id", "submitting_at"])
    .where("submitting_at", ">", sql<Instant>`${new Date(now - LOOK_BACK_MS)}`)
    // A release after the fact (the carrier did not process the request) placed no call.
    .where("state", "<>", "released")
    .where((eb) =>
      eb.or([
        eb("person_id", "in", unique(candidates.map((candidate) => candidate.personId))),
        eb("phone", "in", unique(candidates.map((candidate) => candidate.phone))),
      ]),
    )
    .execute();

const readDoNotCall = (db: Kysely<Database>, candidates: readonly Candidate[], now: Instant) =>
  db
    .selectFrom("do_not_call_entries")
    .select(["id", "scope", "phone", "campaign_id", "reason", "created_at", "expires_at"])
    .where("phone", "in", unique(candidates.map((candidate) => candidate.phone)))
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", sql<Instant>`${new Date(now)}`)]))
    .execute();

async function readPlacedForContact(db: Kysely<Database>, candidates: readonly Candidate[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("attempts")
    .select(["campaign_id", "contact_id", (eb) => eb.fn.countAll<string>().as("count")])
    .where("contact_id", "in", unique(candidates.map((candidate) => candidate.contactId)))
    .where("submitting_at", "is not", null)
    .where("state", "<>", "released")
    .where(
      "id",
      "not in",
      candidates.map((candidate) => candidate.exceptAttemptId ?? NO_ATTEMPT),
    )
    .groupBy(["campaign_id", "contact_id"])
    .execute();
  return new Map(rows.map((row) => [`${row.campaign_id} ${row.contact_id}`, Number(row.count)]));
}
