-- Emergency stops: kept for ever, in force until lifted. And what the abandonment ledger counts by.

create table emergency_stops (
  id           uuid primary key,
  scope        text not null check (scope in ('everything', 'jurisdiction', 'campaign')),
  jurisdiction text,
  campaign_id  uuid references campaigns (id),
  reason       text not null,
  created_by   text not null,
  created_at   timestamptz not null,
  lifted_by    text,
  lift_reason  text,
  lifted_at    timestamptz,
  check ((scope = 'jurisdiction') = (jurisdiction is not null)),
  check ((scope = 'campaign') = (campaign_id is not null)),
  check ((lifted_at is null) = (lifted_by is null))
);
-- A release reads this index alone, and it is nearly always empty.
create index emergency_stops_in_force on emergency_stops (created_at) where lifted_at is null;

-- Who calls and where to call back: settings that a campaign had not before (campaigns/campaign.ts).
update campaigns set settings = '{"callerName": null, "callbackNumber": null}'::jsonb || settings;

-- The abandonment ledger counts answers of one campaign in a span of time.
create index attempts_answered on attempts (campaign_id, answered_at) where answered_at is not null;
