-- Attempts.
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
