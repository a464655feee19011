-- The decision ledger as a chain: every entry is hashed together with the hash before it, through all days.
-- What is hashed, and how a stranger can do the sum: docs/records.md.

alter table decisions rename to decisions_before;
alter table decisions_before rename constraint decisions_pkey to decisions_before_pkey;
drop index decisions_attempt;
drop index decisions_phone;

-- kind:
--   decision  what the gate answered
--   erasure   which entries an erasure took the content of
-- The columns repeat the record so that it can be found. An entry whose content was removed keeps id, place and hashes.
create table decisions (
  id          uuid primary key,
  day         date not null,
  sequence    int not null,
  kind        text not null check (kind in ('decision', 'erasure')),
  attempt_id  uuid,
  campaign_id uuid,
  contact_id  uuid,
  phone       text,
  asked_by    text,
  answer      text check (answer in ('call', 'wait', 'never')),
  wait_until  timestamptz,
  decided_at  timestamptz,
  -- The last day on which the content must be kept; null: for ever.
  keep_until  date,
  -- Canonical JSON, to the letter as it was hashed; null: removed.
  record      text,
  record_hash bytea not null,
  hash        bytea not null,
  removed_at  timestamptz,
  -- 'retention', or the id of the erasure's own entry.
  removed_for text,
  unique (day, sequence),
  check ((record is null) = (removed_at is not null)),
  check ((removed_at is null) = (removed_for is null))
);
create index decisions_attempt on decisions (attempt_id) where attempt_id is not null;
create index decisions_phone on decisions (phone, decided_at) where phone is not null;
-- What the hopper refused has no attempt to be found by.
create index decisions_refused on decisions (campaign_id, id) where attempt_id is null and record is not null;
create index decisions_due on decisions (keep_until, id) where record is not null;

-- One row: the end of the chain. Whoever adds an entry locks it, last of all locks.
create table decision_chain (
  one   boolean primary key default true check (one),
  day   date,
  count int not null default 0,
  hash  bytea not null default decode(repeat('00', 32), 'hex')
) with (fillfactor = 20);

-- The last entry of each day that is over.
create table decision_days (
  day   date primary key,
  count int not null,
  hash  bytea not null
);

-- Adds entries in the order given. A day that has begun takes what comes late from the day before.
create function append_decisions(kinds text[], records text[], years int[]) returns void language plpgsql as $$
declare
  head   decision_chain%rowtype;
  parsed jsonb;
  filed  date;
  kept   date;
  digest bytea;
begin
  if cardinality(records) = 0 then return; end if;
  select * into head from decision_chain for update;
  if not found then
    insert into decision_chain default values on conflict do nothing;
    select * into head from decision_chain for update;
  end if;
  for i in 1 .. cardinality(records) loop
    parsed := records[i]::jsonb;
    filed := greatest(head.day, ((parsed ->> 'decidedAt')::timestamptz at time zone 'UTC')::date);
    if filed > head.day then
      insert into decision_days (day, count, hash) values (head.day, head.count, head.hash);
      head.count := 0;
    end if;
    head.day := filed;
    head.count := head.count + 1;
    kept := (filed + make_interval(years => years[i]))::date;
    digest := sha256(convert_to(records[i], 'UTF8'));
    head.hash := sha256(convert_to(concat_ws(' ', encode(head.hash, 'hex'), to_char(head.day, 'YYYY-MM-DD'), head.count,
      coalesce(to_char(kept, 'YYYY-MM-DD'), 'for-ever'), encode(digest, 'hex')), 'UTF8'));
    insert into decisions (id, day, sequence, kind, attempt_id, campaign_id, contact_id, phone, asked_by, answer, wait_until,
                           decided_at, keep_until, record, record_hash, hash)
    values ((parsed ->> 'id')::uuid, head.day, head.count, kinds[i], (parsed ->> 'attemptId')::uuid, (parsed ->> 'campaignId')::uuid,
            (parsed ->> 'contactId')::uuid, parsed ->> 'phone', parsed ->> 'askedBy', parsed ->> 'answer',
            (parsed ->> 'until')::timestamptz, (parsed ->> 'decidedAt')::timestamptz, kept, records[i], digest, head.hash);
  end loop;
  update decision_chain set day = head.day, count = head.count, hash = head.hash;
end $$;

-- Removes the content of entries and keeps their hashes, so that the chain still closes. Returns how many.
create function remove_decisions(ids uuid[], removed_by text, at timestamptz) returns int language plpgsql as $$
declare removed int;
begin
  perform set_config('callkeeper.removal', 'on', true);
  update decisions set record = null, attempt_id = null, campaign_id = null, contact_id = null, phone = null, asked_by = null,
    answer = null, wait_until = null, decided_at = null, removed_at = at, removed_for = removed_by
  where id = any (ids) and kind = 'decision' and record is not null;
  get diagnostics removed = row_count;
  perform set_config('callkeeper.removal', 'off', true);
  return removed;
end $$;

-- Against mistakes. Against malice there is the chain.
create function keep_decisions() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('callkeeper.removal', true) = 'on' then
    if new.record is null and (new.id, new.day, new.sequence, new.kind, new.keep_until, new.record_hash, new.hash)
       is not distinct from (old.id, old.day, old.sequence, old.kind, old.keep_until, old.record_hash, old.hash) then
      return new;
    end if;
  end if;
  raise exception '%: found %, expected only additions: the ledger is never changed', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;
create trigger decisions_stay before update or delete on decisions for each row execute function keep_decisions();
create trigger decisions_stay_whole before truncate on decisions for each statement execute function keep_decisions();
create trigger days_stay before update or delete on decision_days for each row execute function keep_decisions();
create trigger days_stay_whole before truncate on decision_days for each statement execute function keep_decisions();
create trigger chain_stays before delete on decision_chain for each row execute function keep_decisions();
create trigger chain_stays_whole before truncate on decision_chain for each statement execute function keep_decisions();

-- Decisions from before the chain, linked as they are found here. Five years is the longest that any law we know names.
do $$
declare
  batch text[];
  entry text;
begin
  for entry in
    select jsonb_build_object(
      'id', id, 'attemptId', attempt_id, 'campaignId', campaign_id, 'contactId', contact_id, 'phone', phone, 'askedBy', asked_by,
      'answer', answer, 'until', to_char(wait_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'reasons', reasons, 'evidence', evidence,
      'decidedAt', to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'note', 'written before the chain, linked by migration 0009',
      'salt', replace(gen_random_uuid()::text, '-', ''))::text
    from decisions_before order by decided_at, id
  loop
    batch := batch || entry;
    if cardinality(batch) = 1000 then
      perform append_decisions(array_fill('decision'::text, array[1000]), batch, array_fill(5, array[1000]));
      batch := null;
    end if;
  end loop;
  if batch is not null then
    perform append_decisions(array_fill('decision'::text, array[cardinality(batch)]), batch, array_fill(5, array[cardinality(batch)]));
  end if;
end $$;
drop table decisions_before;

-- Attempts are read by time for the records and for retention; they come nearly in that order.
create index attempts_age on attempts using brin (reserved_at);

create index carrier_events_age on carrier_events using brin (received_at);

-- Persons who asked to be forgotten. What a law needs for longer is removed when it no longer does: on next_on.
create table erasures (
  id        uuid primary key,
  person_id uuid not null,
  -- Numbers that kept records are found by; empty when nothing is left.
  phones    text[] not null,
  asked_by  text not null,
  asked_at  timestamptz not null,
  next_on   date
);
create index erasures_next on erasures (next_on) where next_on is not null;

-- What agents were to say and recordings said, version by version: laws ask for the words of past calls.
create table campaign_versions (
  campaign_id uuid not null references campaigns (id),
  version     int not null,
  name        text not null,
  settings    jsonb not null,
  since       timestamptz not null default now(),
  primary key (campaign_id, version)
);
insert into campaign_versions (campaign_id, version, name, settings) select id, version, name, settings from campaigns;

create function keep_campaign_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or (new.name, new.settings) is distinct from (old.name, old.settings) then
    insert into campaign_versions (campaign_id, version, name, settings) values (new.id, new.version, new.name, new.settings)
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger campaigns_keep_versions after insert or update on campaigns for each row execute function keep_campaign_version();
