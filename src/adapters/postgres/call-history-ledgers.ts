/** What the ledgers say of those who are about to be called: do-not-call entries, consents, registers. One statement. */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import type { CallHistory, DoNotCallEntry, RegisterScrub } from "../../../campaigns/compliance/decision.ts";
import { consentsLeft, type Withdrawal, withdrawalsAgainst } from "../../../campaigns/compliance/withdrawal.ts";
import { DAY_MS, type Instant } from "../../../campaigns/instant.ts";
import type { Callee } from "../../ports/attempt-store.ts";
import { agreedTimeOf } from "./consent-store.ts";
import { prefixesOf } from "./do-not-call-store.ts";
import type { Database } from "./schema.ts";

/** Who may be at the other end of a call: the contact's person and whoever else answers the number; with all their numbers. */
export type Known = { personIds: Set<string>; phones: Set<string> };

type EntryRow = DoNotCallEntry & { phone: string | null; prefix: string | null };
type CoverRow = { phone: string; covers: "number" | "person" };
type ConsentRow = Omit<ConsentRecord, "agreedTime" | "phone"> &
  CoverRow & { agreed_any: boolean; agreed_from: Instant | null; agreed_to: Instant | null };
type WithdrawalRow = Withdrawal & CoverRow & { isPart: boolean };
type RegisterRow = { register: string; kind: RegisterScrub["kind"]; asOf: Instant; number: number };

type Ledgers = {
  entries: EntryRow[] | null;
  consents: ConsentRow[] | null;
  withdrawals: WithdrawalRow[] | null;
  registers: RegisterRow[] | null;
  /** Pairs of a number without its plus sign and a register's own number. */
  listed: [phone: number, register: number][] | null;
};

/** As long as attempts are looked back on: see call-history.ts. */
const LOOK_BACK_MS = 400 * DAY_MS;

const ms = (column: string): RawBuilder<number> => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;
const gathered = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select json_agg(found) from (${rows}) as found)`;

const digitsOf = (phone: string): string => phone.slice(1);

type Question = { callees: readonly Callee[]; known: readonly Known[]; now: Instant };

export async function readLedgers(
  db: Kysely<Database>,
  question: Question,
): Promise<Pick<CallHistory, "doNotCall" | "consents" | "registers">[]> {
  const found = await read(db, question);
  const listed = new Set(found.listed?.map(([phone, register]) => `${phone} ${register}`));
  return question.callees.map((callee, index) => {
    const { phones } = question.known[index] as Known;
    const speaks = (row: CoverRow): boolean => row.phone === callee.phone || (row.covers === "person" && phones.has(row.phone));
    const withdrawals = found.withdrawals?.filter(speaks) ?? [];
    const consents = (found.consents ?? []).filter(speaks).map(toConsent);
    const against = withdrawalsAgainst(
      withdrawals.filter(({ isPart }) => isPart),
      consents,
      callee,
    );
    return {
      doNotCall: [...(found.entries ?? []).filter((entry) => names(entry, callee, phones)).map(toEntry), ...against.map(asEntry)],
      consents: consentsLeft(consents, withdrawals),
      registers: (found.registers ?? []).map(({ number, ...register }) => ({
        ...register,
        isListed: listed.has(`${digitsOf(callee.phone)} ${number}`),
      })),
    };
  });
}

function names(entry: EntryRow, callee: Callee, phones: ReadonlySet<string>): boolean {
  if (entry.scope === "campaign" && entry.campaignId !== callee.campaignId) return false;
  if (entry.prefix !== null) return callee.phone.startsWith(entry.prefix);
  return entry.phone === callee.phone || (entry.target === "person" && entry.phone !== null && phones.has(entry.phone));
}

const toEntry = ({ phone: _phone, prefix: _prefix, ...entry }: EntryRow): DoNotCallEntry => entry;

/** What was taken back in part is refused like a do-not-call entry, for calls of that kind alone. */
const asEntry = ({ id, withdrawnAt }: Withdrawal): DoNotCallEntry => ({
  id,
  target: "person",
  scope: "organisation",
  campaignId: null,
  reason: "consent-withdrawn",
  createdAt: withdrawnAt,
  expiresAt: null,
});

const toConsent = ({ covers, phone, agreed_any, agreed_from, agreed_to, ...row }: ConsentRow): ConsentRecord => ({
  ...row,
  phone: covers === "person" ? null : phone,
  agreedTime: agreedTimeOf({ agreed_any, agreed_from, agreed_to }),
});

/** Each register is asked with the same probe of one index: how many there are costs nothing. */
async function read(db: Kysely<Database>, { callees, known, now }: Question): Promise<Ledgers> {
  const at = new Date(now);
  const asked = callees.map(({ phone }) => phone);
  const numbers = [...new Set(known.flatMap(({ phones }) => [...phones]))];
  const prefixes = [...new Set(asked.flatMap((phone) => [phone, ...prefixesOf(phone)]))];
  // One that has ended forbids nothing, but a law may keep silence for longer after the request behind it (a year in
  // Washington State): the gate hears of it and tells the two apart.
  const entry = sql`
    select id, target, scope, campaign_id as "campaignId", reason, phone, prefix, ${ms("created_at")} as "createdAt", ${ms("expires_at")} as "expiresAt"
    from do_not_call_entries where withdrawn_at is null and (expires_at is null or expires_at > ${new Date(now - LOOK_BACK_MS)})`;
  const { rows } = await sql<Ledgers>`
    select ${gathered(sql`${entry} and phone = any(${numbers}::text[])
        union all ${entry} and prefix is not null and prefix = any(${prefixes}::text[])`)} as entries,
      ${gathered(sql`
        select id, phone, covers, basis, call_kinds as "callKinds", subject, ${ms("obtained_at")} as "obtainedAt", ${ms("ends_at")} as until,
               agreed_any, ${ms("agreed_from")} as agreed_from, ${ms("agreed_to")} as agreed_to,
               (select ${ms("used_at")} from consent_uses where consent_id = consents.id order by used_at desc limit 1) as "lastUsedAt"
        from consents
        where phone = any(${numbers}::text[]) and obtained_at <= ${at} and (ends_at is null or ends_at > ${at})`)} as consents,
      ${gathered(sql`
        select id, phone, covers, call_kinds as "callKinds", subject, ${ms("withdrawn_at")} as "withdrawnAt", do_not_call_id is null as "isPart"
        from consent_withdrawals where phone = any(${numbers}::text[])`)} as withdrawals,
      ${gathered(sql`
        select name as register, kind, number, ${ms("file_date")} as "asOf" from registers where state = 'current'`)} as registers,
      (select json_agg(json_build_array(phone, register)) from register_numbers
        where phone = any(${asked.map(digitsOf)}::bigint[])) as listed`.execute(db);
  return rows[0] as Ledgers;
}
