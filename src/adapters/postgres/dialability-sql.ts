/**
 * What the gate may see of a contact, brought to a short text: contacts with the same text, place and kind of number get
 * the same answer. Whatever is told apart here needlessly costs a decision more; nothing may be left out.
 */
import { type RawBuilder, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import { DAY_MS, HOUR_MS } from "../../../campaigns/instant.ts";
import type { SurveyQuestion } from "../../ports/dialability-board.ts";

/** At least as long as what call-history.ts reads: a contact taken for one with a past is judged by itself, which is never wrong. */
const LOOK_BACK_MS = 400 * DAY_MS;

/** As long as a wait for the law's hours may be: within it the hour counts at which a consent ends. */
const NEAR_MS = 8 * DAY_MS;

type Asked = SurveyQuestion & { campaignId: string };

const at = ({ now }: Asked): Date => new Date(now);

/** Contacts about whom the gate is asked. */
export const isOffered = (asked: Asked): RawBuilder<boolean> =>
  sql`held.campaign_id = ${asked.campaignId} and held.state = 'ready'
      and (held.due_at <= ${at(asked)} or coalesce(held.wait_reason, '') = any(${[...asked.judgedAnew]}::text[]))`;

const ageMs = (since: RawBuilder<unknown>, asked: Asked): RawBuilder<number> =>
  sql`(${asked.now}::float8 - extract(epoch from ${since})::float8 * 1000)`;

/** Between which ages a consent is, and how many hours it is from the next when that is near. */
function ageText(since: RawBuilder<unknown>, asked: Asked): RawBuilder<string> {
  const ages = sql`${[...asked.consentAgesMs]}::float8[]`;
  const step = sql`width_bucket(${ageMs(since, asked)}, ${ages})`;
  const left = sql`((${ages})[${step} + 1] - ${ageMs(since, asked)})`;
  return sql`${step} || case when ${left} < ${NEAR_MS} then '/' || floor(${left} / ${HOUR_MS})::int else '' end`;
}

/** How many hours until then when that is near; "-" for never, "+" for later. */
const untilText = (column: RawBuilder<unknown>, asked: Asked): RawBuilder<string> => sql`case
  when ${column} is null then '-' when ${column} > ${new Date(asked.now + NEAR_MS)} then '+'
  else floor(-(${ageMs(column, asked)}) / ${HOUR_MS})::int::text end`;

/**
 * Everything the ledgers say: of a number, of whoever answers it, or of all numbers that begin so. `alone`: the contact
 * is judged by itself, since the entry speaks of an instant of its own.
 */
const saidByLedgers = (asked: Asked): RawBuilder<unknown> => sql`
  select id, phone, prefix, target = 'person' as of_person, created_at as at, 0 as turn,
         'no:' || scope || ':' || target as mark, expires_at is not null as alone
  from do_not_call_entries
  where withdrawn_at is null and (expires_at is null or expires_at > ${at(asked)})
    and (scope = 'organisation' or campaign_id = ${asked.campaignId})
  union all
  select id, phone, null, covers = 'person', obtained_at, 1,
         concat_ws(':', 'yes', basis, array_to_string(call_kinds, ','), coalesce(subject, '*'), ${ageText(sql`obtained_at`, asked)},
           case when used.used_at > obtained_at then ${ageText(sql`used.used_at`, asked)} end,
           ${untilText(sql`ends_at`, asked)}, case when agreed_any then 'any' end),
         coalesce(agreed_to > ${at(asked)}, false)
  from consents
  left join (select consent_id, max(used_at) as used_at from consent_uses group by consent_id) as used on used.consent_id = consents.id
  where obtained_at <= ${at(asked)} and (ends_at is null or ends_at > ${at(asked)})
  union all
  select id, phone, null, covers = 'person', withdrawn_at, 2,
         concat_ws(':', 'back', array_to_string(call_kinds, ','), coalesce(subject, '*'), do_not_call_id is null), false
  from consent_withdrawals`;

/** The same entries by contact. A person is reached by all of their numbers and by the contacts known to be theirs. */
const saidOfContacts = (asked: Asked): RawBuilder<unknown> => sql`
  select held.contact_id, said.id, said.at, said.turn, said.mark, said.alone
  from said join contact_phones as number on number.phone = said.phone
  join campaign_contacts as held on held.contact_id = number.contact_id and held.next_position = number.position
  where not said.of_person and ${isOffered(asked)}
  union all
  (select held.contact_id, said.id, said.at, said.turn, said.mark, said.alone
   from said join contact_phones as number on number.phone = said.phone
   join campaign_contacts as held on held.contact_id = number.contact_id and held.next_position = number.position
   where said.of_person and ${isOffered(asked)}
   union
   select held.contact_id, said.id, said.at, said.turn, said.mark, said.alone
   from said join person_phones as owner on owner.phone = said.phone
   join person_phones as other on other.person_id = owner.person_id
   join contact_phones as number on number.phone = other.phone
   join campaign_contacts as held on held.contact_id = number.contact_id and held.next_position = number.position
   where said.of_person and ${isOffered(asked)}
   union
   select held.contact_id, said.id, said.at, said.turn, said.mark, said.alone
   from said join person_phones as owner on owner.phone = said.phone
   join contacts on contacts.person_id = owner.person_id
   join campaign_contacts as held on held.contact_id = contacts.id
   where said.of_person and ${isOffered(asked)})
  union all
  select held.contact_id, said.id, said.at, said.turn, said.mark, said.alone
  from (select distinct length(prefix) as width from said where prefix is not null) as widths
  cross join campaign_contacts as held
  join contact_phones as number on held.contact_id = number.contact_id and held.next_position = number.position
  join said on said.prefix = left(number.phone, widths.width)
  where ${isOffered(asked)}
  union all
  select held.contact_id, registers.id, '-infinity', 3, 'on:' || listed.register, false
  from register_numbers as listed join registers on registers.number = listed.register and registers.state = 'current'
  join (select held.contact_id, substr(number.phone, 2)::bigint as digits from campaign_contacts as held
        join contact_phones as number on held.contact_id = number.contact_id and held.next_position = number.position
        where ${isOffered(asked)}) as held on held.digits = listed.phone`;

/** Contacts with attempts in their past, to this number or by their person; in other campaigns as well. */
const contactsWithAPast = (asked: Asked): RawBuilder<unknown> => sql`
  with tried as (
    select person_id, phone from attempts
    where state in (${sql.join(OPEN_STATES)}) or (submitting_at > ${new Date(asked.now - LOOK_BACK_MS)} and state <> 'released')),
  persons as (select person_id from tried union select owner.person_id from tried join person_phones as owner using (phone)),
  phones as (select phone from tried union select person_phones.phone from persons join person_phones using (person_id))
  select held.contact_id from phones join contact_phones as number using (phone)
  join campaign_contacts as held on held.contact_id = number.contact_id and held.next_position = number.position
  where ${isOffered(asked)}
  union
  select held.contact_id from persons join contacts using (person_id) join campaign_contacts as held on held.contact_id = contacts.id
  where ${isOffered(asked)}
  union
  select held.contact_id from attempts join campaign_contacts as held using (campaign_id, contact_id)
  where attempts.submitting_at is not null and attempts.state <> 'released' and ${isOffered(asked)}`;

/** The tables that both statements below begin with: what is said of each contact, in the order of time. */
export const ledgersByContact = (asked: Asked): RawBuilder<unknown> => sql`
  said as materialized (${saidByLedgers(asked)}),
  marks as (
    select contact_id, string_agg(mark, '|' order by at, turn, mark) as said, bool_or(alone) as alone
    from (${saidOfContacts(asked)}) as spoken group by contact_id),
  pasts as (${contactsWithAPast(asked)})`;

/** The longest beginning that a law tells apart; "-" for other postal codes, null for none. */
export function postalText({ postalPrefixes }: Asked): RawBuilder<string | null> {
  const code = sql`upper(btrim(contacts.postal_code))`;
  const widths = [...new Set(postalPrefixes.map(({ length }) => length))].sort((one, other) => other - one);
  const found = widths.map((width) => {
    const beginnings = postalPrefixes.filter(({ length }) => length === width).map((prefix) => prefix.toUpperCase());
    return sql`when left(${code}, ${width}) = any(${beginnings}::text[]) then left(${code}, ${width})`;
  });
  return sql`case when coalesce(${code}, '') = '' then null ${sql.join(found, sql` `)} else '-' end`;
}
