-- Callkeeper's system of record. Instants are timestamptz, states are text with a check,
-- ids are UUIDv7 made by the application (time-ordered, so an index on the id is also the order of creation).

-- People who can log in.

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
