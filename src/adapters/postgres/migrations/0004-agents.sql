-- Agents.

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
