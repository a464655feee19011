-- What a call is for and about, so that laws can tell calls apart and count them.

-- Settings that a campaign had not before, with their defaults (campaigns/campaign.ts).
update campaigns set settings =
  '{"callKind": "telemarketing", "subject": null, "conditions": [], "waivedRules": []}'::jsonb || settings;

alter table attempts
  add column call_kind     text not null default 'telemarketing',
  add column subject       text,
  add column debt_id       text,
  -- Whose rules held when it was released, for the records and the abandonment ledger.
  add column jurisdictions text[] not null default '{}';

alter table contacts add column debt_id text;
alter table contact_phones
  add column number_type text not null default 'unknown' check (number_type in ('mobile', 'landline', 'unknown'));
