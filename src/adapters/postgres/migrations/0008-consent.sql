-- Consent and its withdrawal, do-not-call entries for numbers, persons and prefixes, and registers of numbers not to be called.

-- Nobody changes or removes what a ledger holds, not even we by mistake. Erasure by law says who it is first:
-- set local callkeeper.erasing = 'on'.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('callkeeper.erasing', true) = 'on' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception '%: found %, expected a ledger that is only added to', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

-- Who may be called for what. A person is found by the number: whose it is now stands in person_phones, so that an
-- entry follows its person when two persons turn out to be one.
create table consents (
  id          uuid primary key,
  -- The number that it was given for, or that the person was known by.
  phone       text not null,
  -- number: for this number. person: for every number of the person who answers this one.
  covers      text not null check (covers in ('number', 'person')),
  -- Who it was when it was written down.
  person_id   uuid,
  contact_id  uuid,
  basis       text not null
              check (basis in ('express', 'written', 'purchase', 'inquiry', 'contract', 'customer', 'member', 'request')),
  -- Calls of these kinds; none named: of every kind.
  call_kinds  text[] not null default '{}',
  subject     text,
  -- How it was obtained: "web-form", "recording", "paper", "import".
  source      text not null,
  obtained_at timestamptz not null,
  -- What shows it: form id, recording, IP address, the text that was shown.
  proof       jsonb not null default '{}',
  -- The person agreed to be called at any hour, or in a span of time.
  agreed_any  boolean not null default false,
  agreed_from timestamptz,
  agreed_to   timestamptz,
  ends_at     timestamptz,
  recorded_by text not null,
  recorded_at timestamptz not null,
  check ((agreed_from is null) = (agreed_to is null)),
  check (agreed_from is null or (agreed_from < agreed_to and not agreed_any))
);
create index consents_phone on consents (phone, obtained_at);
create trigger consents_only_added_to before update or delete on consents for each row execute function refuse_change();
create trigger consents_never_emptied before truncate on consents for each statement execute function refuse_change();

create table consent_withdrawals (
  id              uuid primary key,
  phone           text not null,
  covers          text not null check (covers in ('number', 'person')),
  person_id       uuid,
  -- What is taken back; nothing named: everything.
  call_kinds      text[] not null default '{}',
  subject         text,
  channel         text not null check (channel in ('agent', 'keypress', 'sms', 'web', 'api', 'import', 'cli')),
  -- The attempt on which the person asked for it.
  attempt_id      uuid,
  -- The do-not-call entry that it stands behind; null: it took back a part.
  do_not_call_id  uuid,
  withdrawn_at    timestamptz not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null
);
create index consent_withdrawals_phone on consent_withdrawals (phone, withdrawn_at);
create trigger consent_withdrawals_only_added_to before update or delete on consent_withdrawals
  for each row execute function refuse_change();
create trigger consent_withdrawals_never_emptied before truncate on consent_withdrawals
  for each statement execute function refuse_change();

-- Each call that rested on a consent: in some laws its life begins again with each.
create table consent_uses (
  consent_id uuid not null,
  used_at    timestamptz not null,
  attempt_id uuid not null,
  primary key (consent_id, used_at, attempt_id)
);
create trigger consent_uses_only_added_to before update or delete on consent_uses for each row execute function refuse_change();
create trigger consent_uses_never_emptied before truncate on consent_uses for each statement execute function refuse_change();

-- number: this number. person: whoever answers this number, on every number they have. prefix: all numbers that begin so.
alter table do_not_call_entries
  alter column phone drop not null,
  add column target    text not null default 'number' check (target in ('number', 'person', 'prefix')),
  add column person_id uuid,
  add column prefix    text check (prefix ~ '^\+[1-9][0-9]{0,13}$'),
  -- The attempt on which it was asked for.
  add column attempt_id uuid,
  add constraint do_not_call_target check ((target = 'prefix') = (prefix is not null) and (target = 'prefix') = (phone is null));
create index do_not_call_prefix on do_not_call_entries (prefix) where withdrawn_at is null and prefix is not null;

-- Files of numbers not to be called, each load once. The current load of a name is asked; the next one replaces it
-- when it is whole. Loads are kept for the record, the numbers of those that ended are cleaned away.
create table registers (
  id            uuid primary key,
  -- Stands for the load in register_numbers.
  number        int generated always as identity unique,
  name          text not null,
  kind          text not null check (kind in ('national', 'state', 'litigator')),
  jurisdiction  text,
  file_name     text not null,
  -- The civil date that the file says it is of.
  file_date     date not null,
  state         text not null check (state in ('loading', 'current', 'superseded', 'failed')),
  line_count    bigint not null default 0,
  number_count  bigint not null default 0,
  rubbish_count bigint not null default 0,
  -- The first thousand lines that hold no number, with what was found and expected.
  rubbish       jsonb not null default '[]',
  failure       text,
  loaded_by     text not null,
  created_at    timestamptz not null,
  progress_at   timestamptz not null,
  loaded_at     timestamptz,
  -- When its numbers were gone.
  cleaned_at    timestamptz,
  check (state not in ('current', 'superseded') or loaded_at is not null)
);
create unique index registers_one_current on registers (name) where state = 'current';
create index registers_to_clean on registers (number) where state in ('superseded', 'failed') and cleaned_at is null;
create index registers_loading on registers (progress_at) where state = 'loading';

-- All registers in one index: a number is looked up in all of them with one probe.
create table register_numbers (
  -- E.164 without the plus sign.
  phone    bigint not null,
  register int not null,
  primary key (phone, register)
);
