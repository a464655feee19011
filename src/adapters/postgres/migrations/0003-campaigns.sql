-- Campaigns.

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
