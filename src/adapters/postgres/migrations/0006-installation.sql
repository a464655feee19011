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
