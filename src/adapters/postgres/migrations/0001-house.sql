-- Callkeeper's system of record. Instants are timestamptz, states are text with a check,
-- ids are UUIDv7 made by the application (time-ordered, so an index on the id is also the order of creation).

-- People who can log in ---------------------------------------------------------------------------

create table users (
  id            uuid primary key,
  email         text not null,
  name          text not null,
  password_hash text not null,
  role          text not null check (role in ('agent', 'marketer', 'supervisor', 'admin')),
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz
);
create unique index users_email on users (lower(email));

-- Shape demanded by connect-pg-simple, which owns the rows.
create table login_sessions (
  sid    text primary key,
  sess   json not null,
  expire timestamptz not null
);
create index login_sessions_expire on login_sessions (expire);

create table api_keys (
  id           uuid primary key,
  name         text not null,
  key_hash     bytea not null unique,
  role         text not null check (role in ('agent', 'marketer', 'supervisor', 'admin')),
  created_by   uuid references users (id),
  created_at   timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at   timestamptz
);

create table idempotency_keys (
  principal    text not null,
  key          text not null,
  request_hash bytea not null,
  status       int,
  response     jsonb,
  created_at   timestamptz not null default now(),
  primary key (principal, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Contacts ----------------------------------------------------------------------------------------

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

-- Campaigns ---------------------------------------------------------------------------------------

create table campaigns (
  id         uuid primary key,
  name       text not null,
  state      text not null check (state in ('draft', 'scheduled', 'running', 'paused', 'completed', 'archived')),
  -- Everything a marketer may set, as campaigns/campaign.ts shapes it (CampaignSettings).
  settings   jsonb not null,
  priority   int not null default 0,
  version    int not null default 1,
  starts_at  timestamptz,
  state_reason text,
  created_by uuid references users (id),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at   timestamptz
);
create index campaigns_state on campaigns (state, starts_at);

create table campaign_lists (
  campaign_id uuid not null references campaigns (id),
  list_id     uuid not null references contact_lists (id),
  attached_at timestamptz not null default now(),
  primary key (campaign_id, list_id)
);

-- One row for each contact of a campaign: what may be tried next, and when.
--   ready       may be put on the hopper at due_at
--   on-hopper   shelved, in the order of hopper_rank
--   in-attempt  an open attempt holds it
--   finished    no further attempt; finished_reason says why
create table campaign_contacts (
  campaign_id     uuid not null references campaigns (id),
  contact_id      uuid not null references contacts (id) on delete cascade,
  list_id         uuid not null,
  state           text not null default 'ready' check (state in ('ready', 'on-hopper', 'in-attempt', 'finished')),
  place_id        int not null,
  next_position   smallint not null default 1,
  priority        int not null default 0,
  due_at          timestamptz not null default '-infinity',
  attempt_count   int not null default 0,
  last_disposition text,
  wait_reason     text,
  finished_reason text,
  hopper_rank     bigint,
  shelved_at      timestamptz,
  primary key (campaign_id, contact_id)
);
create index campaign_contacts_ready on campaign_contacts (campaign_id, place_id, priority desc, due_at, contact_id) where state = 'ready';
create index campaign_contacts_hopper on campaign_contacts (campaign_id, hopper_rank) where state = 'on-hopper';
create index campaign_contacts_contact on campaign_contacts (contact_id);
create index campaign_contacts_open on campaign_contacts (campaign_id, state) where state in ('on-hopper', 'in-attempt');
create index campaign_contacts_waiting on campaign_contacts (campaign_id, wait_reason) where state = 'ready' and wait_reason is not null;
create index campaign_lists_list on campaign_lists (list_id);
create sequence hopper_ranks;

-- Agents ------------------------------------------------------------------------------------------

-- line_state is the agent's own leg: none, connecting (asked for), parked (in the agent's conference).
create table agents (
  id              uuid primary key references users (id),
  state           text not null default 'offline'
                  check (state in ('offline', 'available', 'reserved', 'talking', 'wrapping-up', 'on-break')),
  state_since     timestamptz not null default now(),
  pause_reason    text,
  pause_after     boolean not null default false,
  line_state      text not null default 'none' check (line_state in ('none', 'connecting', 'parked')),
  line_kind       text check (line_kind in ('client', 'phone', 'sip')),
  line_address    text,
  line_call_id    text,
  line_since      timestamptz,
  conference_name text not null unique,
  conference_sid  text,
  skills          text[] not null default '{}',
  languages       text[] not null default '{}',
  attempt_id      uuid,
  wrap_up_until   timestamptz,
  last_seen_at    timestamptz,
  check (state <> 'available' or line_state = 'parked'),
  check ((state in ('reserved', 'talking', 'wrapping-up')) = (attempt_id is not null))
);
create unique index agents_one_attempt on agents (attempt_id) where attempt_id is not null;
create index agents_available on agents (state_since) where state = 'available';
create index agents_line_call on agents (line_call_id) where line_call_id is not null;

-- Attempts ----------------------------------------------------------------------------------------
-- States and what may follow what: campaigns/attempts/attempt.ts.

create table attempts (
  id             uuid primary key,
  kind           text not null check (kind in ('list', 'preview', 'manual')),
  campaign_id    uuid not null references campaigns (id),
  contact_id     uuid not null references contacts (id),
  person_id      uuid not null,
  phone          text not null,
  phone_position smallint not null,
  number_in_campaign int not null,
  state          text not null default 'reserved'
                 check (state in ('reserved', 'submitting', 'dialing', 'ringing', 'answered', 'connected',
                                  'wrapping-up', 'abandoned', 'unknown', 'released', 'closed')),
  agent_id       uuid references agents (id),
  caller_id      text,
  carrier_call_id text unique,
  carrier_rank   smallint not null default -1,
  carrier_status text,
  answer         text check (answer in ('human', 'machine', 'fax', 'unknown')),
  chosen_disposition text,
  disposition    text,
  disposition_source text check (disposition_source in ('system', 'agent')),
  note           text,
  refusal        text,
  error_code     text,
  sip_code       text,
  reserved_at    timestamptz not null,
  submitting_at  timestamptz,
  dialing_at     timestamptz,
  ringing_at     timestamptz,
  answered_at    timestamptz,
  agent_reserved_at timestamptz,
  connected_at   timestamptz,
  abandoned_at   timestamptz,
  unknown_at     timestamptz,
  call_ended_at  timestamptz,
  wrap_up_until  timestamptz,
  closed_at      timestamptz,
  checked_at     timestamptz,
  check ((state in ('closed', 'released')) = (disposition is not null)),
  check ((state in ('closed', 'released')) = (closed_at is not null)),
  check (state not in ('reserved', 'released') or carrier_call_id is null)
);
-- Invariant 2: while one attempt of a person or a number is open there is no second one.
create unique index attempts_one_open_per_person on attempts (person_id) where state not in ('released', 'closed');
create unique index attempts_one_open_per_phone on attempts (phone) where state not in ('released', 'closed');
-- Invariant 4: an agent has one person at most.
create unique index attempts_one_open_per_agent on attempts (agent_id)
  where agent_id is not null and state not in ('released', 'closed', 'abandoned');
create index attempts_open on attempts (state, reserved_at) where state not in ('released', 'closed');
create index attempts_campaign on attempts (campaign_id, id);
create index attempts_contact on attempts (contact_id, id);
create index attempts_phone on attempts (phone, id);
create index attempts_person on attempts (person_id, reserved_at);
-- First attempts only: the number of contacts reached out to, for list penetration.
create index attempts_first on attempts (campaign_id, contact_id) where number_in_campaign = 1 and submitting_at is not null;
create index attempts_caller_id on attempts (caller_id, submitting_at) where caller_id is not null;
-- Covers what a campaign's status counts, so that it reads the index alone.
create index attempts_closed on attempts (campaign_id, closed_at)
  include (state, disposition, answer, answered_at, connected_at, abandoned_at) where closed_at is not null;

-- Why each attempt was released to the carrier or refused. Only added to.
create table decisions (
  id         uuid primary key,
  attempt_id uuid,
  campaign_id uuid,
  contact_id uuid not null,
  phone      text not null,
  asked_by   text not null,
  answer     text not null check (answer in ('call', 'wait', 'never')),
  wait_until timestamptz,
  reasons    jsonb not null,
  evidence   jsonb not null,
  decided_at timestamptz not null
);
create index decisions_attempt on decisions (attempt_id);
create index decisions_phone on decisions (phone, decided_at);

-- What the carrier told us, raw, once for each event.
create table carrier_events (
  id              bigint generated always as identity primary key,
  dedupe_key      text not null unique,
  source          text not null,
  attempt_id      uuid,
  agent_id        uuid,
  carrier_call_id text,
  payload         jsonb not null,
  received_at     timestamptz not null default now(),
  applied_at      timestamptz,
  outcome         text
);
create index carrier_events_unapplied on carrier_events (received_at) where applied_at is null;
create index carrier_events_attempt on carrier_events (attempt_id);
create index carrier_events_call on carrier_events (carrier_call_id);

-- The shared limiter: one row, all processes (invariant 8).
create table carrier_limits (
  carrier          text primary key,
  calls_per_second double precision not null check (calls_per_second > 0),
  lines            int not null check (lines > 0),
  next_release_at  timestamptz not null default 'epoch',
  -- Lowered when the carrier says that it queued a call; climbs back by itself.
  slow_down        double precision not null default 1 check (slow_down >= 1),
  slowed_at        timestamptz
);

-- Caller ids that the carrier has refused, and why.
create table caller_id_faults (
  phone      text primary key,
  error_code text not null,
  reason     text not null,
  found_at   timestamptz not null default now(),
  cleared_at timestamptz
);

-- What screens hear. Kept for an hour so that a screen can resume.
create table live_events (
  id         bigint generated always as identity primary key,
  kind       text not null,
  data       jsonb not null,
  created_at timestamptz not null default now()
);
create index live_events_age on live_events (created_at);

create table audit_entries (
  id         uuid primary key,
  actor      text not null,
  action     text not null,
  subject    text not null,
  detail     jsonb not null default '{}',
  created_at timestamptz not null default now()
);

-- Small settings of the installation itself (for example which demo campaign is whose).
create table installation (
  key   text primary key,
  value jsonb not null
);
