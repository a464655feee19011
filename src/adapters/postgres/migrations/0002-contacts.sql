-- Contacts.

-- Where a number may be: all candidate zones and jurisdictions together. A few hundred rows serve a
-- million contacts, so the calling window is reckoned once for each place and not once for each contact.
create table places (
  id            int generated always as identity primary key,
  key           text not null unique,
  zones         text[] not null,
  jurisdictions text[] not null,
  source        text not null
);

create table contact_lists (
  id              uuid primary key,
  name            text not null,
  source_name     text not null,
  state           text not null check (state in ('importing', 'ready', 'failed', 'archived')),
  row_count       int not null default 0,
  accepted_count  int not null default 0,
  refused_count   int not null default 0,
  duplicate_count int not null default 0,
  failure         text,
  -- The header cells as they were, so that refused rows can be given back under them.
  header          jsonb not null default '[]',
  created_by      uuid references users (id),
  created_at      timestamptz not null default now(),
  -- The import's last sign of life: one that is silent for too long has died.
  progress_at     timestamptz not null default now(),
  ready_at        timestamptz
);

-- Rows that were not taken, with the reason for each, in the order of the file.
create table refused_rows (
  list_id    uuid not null references contact_lists (id) on delete cascade,
  line       int not null,
  field      text,
  reason     text not null,
  found      text,
  expected   text,
  -- The cells as a JSON array.
  raw        text not null,
  primary key (list_id, line)
);

-- A person is whoever answers a set of numbers; several contacts (rows of lists) may be one person.
create table person_phones (
  phone     text primary key,
  person_id uuid not null
);
create index person_phones_person on person_phones (person_id);

create table contacts (
  id           uuid primary key,
  list_id      uuid not null references contact_lists (id),
  person_id    uuid not null,
  external_ref text,
  given_name   text,
  family_name  text,
  country      text,
  region       text,
  postal_code  text,
  time_zone    text,
  language     text,
  priority     int not null default 0,
  fields       jsonb not null default '{}',
  created_at   timestamptz not null default now()
);
create index contacts_list on contacts (list_id, id);
create index contacts_person on contacts (person_id);
create index contacts_external_ref on contacts (external_ref, id) where external_ref is not null;

-- A contact's numbers in the order in which they are tried.
create table contact_phones (
  contact_id uuid not null references contacts (id) on delete cascade,
  position   smallint not null,
  phone      text not null,
  place_id   int references places (id),
  bad_reason text,
  primary key (contact_id, position)
);
create index contact_phones_phone on contact_phones (phone);

create table do_not_call_entries (
  id          uuid primary key,
  scope       text not null check (scope in ('organisation', 'campaign')),
  phone       text not null,
  campaign_id uuid,
  reason      text not null,
  source      text not null,
  created_by  uuid references users (id),
  created_at  timestamptz not null default now(),
  expires_at  timestamptz,
  withdrawn_at timestamptz,
  check ((scope = 'campaign') = (campaign_id is not null))
);
create index do_not_call_phone on do_not_call_entries (phone) where withdrawn_at is null;
