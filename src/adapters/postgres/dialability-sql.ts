/**
 * What the gate may see of a contact, brought to a few numbers: contacts with the same numbers, place and kind of phone
 * get the same answer. Whatever is told apart here needlessly costs a decision more; nothing may be left out.
 *
 * The history of a contact (call-history.ts) is that of its number, of its person, and of whoever else is known to answer
 * its number, the owner. An entry for a person stands under one of their numbers and is found by who answers that.
 */
import { type RawBuilder, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import { DAY_MS } from "../../../campaigns/instant.ts";
import type { SurveyQuestion } from "../../ports/dialability-board.ts";

/** At least as long as what call-history.ts reads: a contact taken for one with a past is judged by itself, which is never wrong. */
const LOOK_BACK_MS = 400 * DAY_MS;

/** As long as a wait for the law's hours may be: within it the day counts on which a consent ends. */
const NEAR_MS = 8 * DAY_MS;

export type Asked = SurveyQuestion & {
  campaignId: string;
  /** Beginnings of numbers that entries in force forbid. */
  prefixes: readonly string[];
  /** The registers that are asked, by their own number. */
  registers: readonly number[];
  /** Places of which a law tells parts apart by postal code. */
  partedPlaces: readonly number[];
};

const at = ({ now }: Asked): Date => new Date(now);

/** Contacts that are asked about, or would be. */
export const isSurveyed = (asked: Asked): RawBuilder<boolean> =>
  sql`(${isOffered(asked)} or (held.campaign_id = ${asked.campaignId} and held.state = 'finished'
      and held.finished_reason = any(${[...asked.lookedAtAgain]}::text[])))`;

/** Contacts about whom the gate is asked. */
export const isOffered = (asked: Asked): RawBuilder<boolean> =>
  sql`(held.campaign_id = ${asked.campaignId} and held.state = 'ready'
      and (held.due_at <= ${at(asked)} or coalesce(held.wait_reason, '') = any(${[...asked.judgedAnew]}::text[])))`;

const ageMs = (since: RawBuilder<unknown>, asked: Asked): RawBuilder<number> =>
  sql`(${asked.now}::float8 - extract(epoch from ${since})::float8 * 1000)`;

/** Between which ages a consent is, and how many days it is from the next when that is near. */
function ageText(since: RawBuilder<unknown>, asked: Asked): RawBuilder<string> {
  const text = (agesMs: readonly number[]): RawBuilder<string> => {
    const ages = sql`${[...agesMs]}::float8[]`;
    const step = sql`width_bucket(${ageMs(since, asked)}, ${ages})`;
    const left = sql`((${ages})[${step} + 1] - ${ageMs(since, asked)})`;
    return sql`${step} || case when ${left} < ${NEAR_MS} then '/' || floor(${left} / ${DAY_MS})::int else '' end`;
  };
  return sql`case when basis in ('express', 'written', 'request') then ${text(asked.consentAgesMs.permission)}
    else ${text(asked.consentAgesMs.relationship)} end`;
}

/** Laws that ask for silence after a request not to call look at how long ago that was. */
const sinceText = (column: RawBuilder<unknown>, asked: Asked): RawBuilder<string> =>
  sql`width_bucket(${ageMs(column, asked)}, ${[...asked.requestAgesMs]}::float8[])`;

/** How many days until then when that is near; "-" for never, "+" for later. */
const untilText = (column: RawBuilder<unknown>, asked: Asked): RawBuilder<string> => sql`case
  when ${column} is null then '-' when ${column} > ${new Date(asked.now + NEAR_MS)} then '+'
  else floor(-(${ageMs(column, asked)}) / ${DAY_MS})::int::text end`;

/**
 * Everything the ledgers say: of a number, of whoever answers it, or of all numbers that begin so.
 *   turn    0 a do-not-call entry, 1 a consent, 2 a withdrawal
 *   alone   it speaks of an instant of its own, so whom it concerns is judged by itself
 */
const saidByLedgers = (asked: Asked): RawBuilder<unknown> => sql`
  select phone, prefix, target = 'person' as of_person, created_at as at, 0 as turn,
         concat_ws(':', 'no', scope, target, ${sinceText(sql`created_at`, asked)}) as mark, expires_at is not null as alone
  from do_not_call_entries
  where withdrawn_at is null and (expires_at is null or expires_at > ${at(asked)})
    and (scope = 'organisation' or campaign_id = ${asked.campaignId})
  union all
  select phone, null, covers = 'person', obtained_at, 1,
         concat_ws(':', 'yes', basis, array_to_string(call_kinds, ','), coalesce(subject, '*'), ${ageText(sql`obtained_at`, asked)},
           case when used.used_at > obtained_at then ${ageText(sql`used.used_at`, asked)} end,
           ${untilText(sql`ends_at`, asked)}, case when agreed_any then 'any' end),
         coalesce(agreed_to > ${at(asked)}, false)
  from consents
  left join (select consent_id, max(used_at) as used_at from consent_uses group by consent_id) as used on used.consent_id = consents.id
  where obtained_at <= ${at(asked)} and (ends_at is null or ends_at > ${at(asked)})
  union all
  select phone, null, covers = 'person', withdrawn_at, 2,
         concat_ws(':', 'back', array_to_string(call_kinds, ','), coalesce(subject, '*'), do_not_call_id is null,
           ${sinceText(sql`withdrawn_at`, asked)}), false
  from consent_withdrawals`;

/**
 * In the order of time, since a withdrawal takes back what was given before it and nothing later. Sixty-four bits stand for
 * the text, so that a million rows are grouped quickly.
 */
const MARKS = sql`hashtextextended(string_agg(mark, '|' order by at, turn, mark), 0) as said, bool_or(alone) as alone, bool_or(turn = 2) as has_back,
  bool_or(turn = 0 and not alone) as is_forbidden`;

const FLAGS = sql`bool_or(alone) as alone, bool_or(has_back) as has_back, bool_or(is_forbidden) as is_forbidden`;

const offered = (asked: Asked): RawBuilder<unknown> => sql`
  select held.contact_id, number.phone, substr(number.phone, 2)::bigint as digits, number.place_id, number.number_type,
         held.state = 'finished' as is_finished
  from campaign_contacts as held
  left join contact_phones as number on number.contact_id = held.contact_id and number.position = held.next_position
  where ${isSurveyed(asked)}`;

const prefixed = ({ prefixes }: Asked): RawBuilder<unknown> => {
  const widths = [...new Set(prefixes.map(({ length }) => length))];
  const begins = widths.map((width) => sql`left(phone, ${width}) = any(${prefixes.filter(({ length }) => length === width)}::text[])`);
  return sql`
    select numbers.phone, said.at, said.turn, said.mark, said.alone
    from (select distinct phone from offered where ${begins.length === 0 ? sql`false` : sql.join(begins, sql` or `)}) as numbers
    join said_of_prefixes as said on starts_with(numbers.phone, said.prefix)`;
};

/** An entry for the person of a number that nobody is known to answer speaks of that number. */
const byNumber = (asked: Asked): RawBuilder<unknown> => sql`
  select phone, ${MARKS}
  from (select phone, at, turn, mark, alone from said where prefix is null and not of_person
        union all
        select phone, at, turn, mark, alone from said
        where of_person and prefix is null and not exists (select from person_phones as owner where owner.phone = said.phone)
        union all
        ${prefixed(asked)}) as spoken
  group by phone`;

const byPerson = sql`
  select person_id, ${MARKS}
  from (select owner.person_id, at, turn, mark, alone from said join person_phones as owner on owner.phone = said.phone
        where of_person and prefix is null) as spoken
  group by person_id`;

/** Attempts that are open, or of which a rule may yet ask. */
const tried = (asked: Asked): RawBuilder<unknown> => sql`
  select person_id, phone from attempts
  where state in (${sql.join(OPEN_STATES)}) or (submitting_at > ${new Date(asked.now - LOOK_BACK_MS)} and state <> 'released')`;

/** The tables from which every contact's numbers are joined, as the head of a statement. */
export const ledgers = (asked: Asked): RawBuilder<unknown> => sql`
  offered as materialized (${offered(asked)}),
  said as materialized (${saidByLedgers(asked)}),
  said_of_prefixes as materialized (select * from said where prefix is not null),
  by_person as materialized (${byPerson}),
  tried as materialized (${tried(asked)}),
  tried_persons as materialized (
    select person_id from tried union select owner.person_id from tried join person_phones as owner using (phone)),
  by_phone as materialized (
    select phone, max(said) filter (where part = 'number') as of_number, max(said) filter (where part = 'owner') as of_owner, ${FLAGS}
    from (select 'number' as part, by_number.* from (${byNumber(asked)}) as by_number
          union all
          select 'owner', person_phones.phone, said, alone, has_back, is_forbidden from by_person join person_phones using (person_id)
          union all
          select 'past', phone, null, true, false, false from tried
          union all
          select 'past', person_phones.phone, null, true, false, false from tried_persons join person_phones using (person_id)) as parts
    group by phone),
  by_contact as materialized (
    select contact_id, max(said) as of_person, max(registers) as registers, ${FLAGS}
    from (select contacts.id as contact_id, said, null as registers, alone, has_back, is_forbidden from by_person join contacts using (person_id)
          union all
          select contacts.id, null, null, true, false, false from tried_persons join contacts using (person_id)
          union all
          select contact_id, null, null, true, false, false from attempts
          where campaign_id = ${asked.campaignId} and submitting_at is not null and state <> 'released'
          union all
          select offered.contact_id, null, string_agg(listed.register::text, ',' order by listed.register), false, false, false
          from offered join register_numbers as listed on listed.phone = offered.digits
          where listed.register = any(${[...asked.registers]}::int[]) group by offered.contact_id) as parts
    group by contact_id)`;

/**
 * Every contact with its numbers. Where several parts speak of it and one takes something back, their order among each
 * other counts, and it is judged by itself; not so where an entry forbids it for ever whatever the others say (what else
 * holds such a contact is then taken from another one).
 */
export const keyed = (asked: Asked): RawBuilder<unknown> => sql`
  select offered.contact_id, offered.is_finished, offered.place_id, offered.number_type, ${postalText(asked)} as postal, person.registers,
         phone.of_number, phone.of_owner, nullif(person.of_person, phone.of_owner) as of_person,
         coalesce(phone.alone, false) or coalesce(person.alone, false)
           or ((phone.has_back or person.has_back) and num_nonnulls(of_number, of_owner, nullif(of_person, of_owner)) > 1
               and not coalesce(phone.is_forbidden, false) and not coalesce(person.is_forbidden, false)) is true as is_alone
  from offered
  left join by_phone as phone on phone.phone = offered.phone
  left join by_contact as person on person.contact_id = offered.contact_id`;

/**
 * For each part of a jurisdiction that a law tells apart: is the postal code in it? Null: there is no postal code, so it
 * may be. Looked up only where it counts, since a million contacts are otherwise told by what stands beside their number.
 */
function postalText({ postalParts, partedPlaces }: Asked): RawBuilder<string | null> {
  const code = sql`upper(btrim(contacts.postal_code))`;
  const isIn = (prefixes: readonly string[]): RawBuilder<boolean> => {
    const widths = [...new Set(prefixes.map(({ length }) => length))];
    const tests = widths.map((width) => {
      const beginnings = prefixes.filter(({ length }) => length === width).map((prefix) => prefix.toUpperCase());
      return sql`left(${code}, ${width}) = any(${beginnings}::text[])`;
    });
    return sql`(${sql.join(tests, sql` or `)})`;
  };
  const flags = postalParts.map(({ prefixes }) => sql`case when ${isIn(prefixes)} then '1' else '0' end`);
  return sql`case when offered.place_id = any(${[...partedPlaces]}::int[]) then
    (select case when coalesce(${code}, '') <> '' then concat(${sql.join([sql`''`, ...flags])}) end
     from contacts where contacts.id = offered.contact_id) else '-' end`;
}
