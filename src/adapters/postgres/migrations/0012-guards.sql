-- What proves something is never removed or written over by mistake, as 0008 and 0009 do for consents and the ledger.
-- What may change later is named with each table.

-- Refuses every change but to the columns named as the trigger's arguments.
create function refuse_change_but() returns trigger language plpgsql as $$
begin
  if current_setting('callkeeper.erasing', true) = 'on' then return new; end if;
  if to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv then return new; end if;
  raise exception '%: found update, expected a ledger that is only added to (% may change)', tg_table_name, array_to_string(tg_argv, ', ')
    using errcode = 'restrict_violation';
end $$;

-- A do-not-call entry is withdrawn once, a stop lifted once; whoever wants it otherwise adds a new one.
create trigger do_not_call_withdrawn before update on do_not_call_entries
  for each row when (old.withdrawn_at is null) execute function refuse_change_but('withdrawn_at');
create trigger do_not_call_stays_withdrawn before update on do_not_call_entries
  for each row when (old.withdrawn_at is not null) execute function refuse_change();
create trigger do_not_call_stays before delete on do_not_call_entries for each row execute function refuse_change();
create trigger do_not_call_never_emptied before truncate on do_not_call_entries for each statement execute function refuse_change();

create trigger emergency_stops_lifted before update on emergency_stops
  for each row when (old.lifted_at is null) execute function refuse_change_but('lifted_by', 'lift_reason', 'lifted_at');
create trigger emergency_stops_stay_lifted before update on emergency_stops
  for each row when (old.lifted_at is not null) execute function refuse_change();
create trigger emergency_stops_stay before delete on emergency_stops for each row execute function refuse_change();
create trigger emergency_stops_never_emptied before truncate on emergency_stops for each statement execute function refuse_change();

create trigger audit_entries_only_added_to before update or delete on audit_entries for each row execute function refuse_change();
create trigger audit_entries_never_emptied before truncate on audit_entries for each statement execute function refuse_change();

create trigger campaign_versions_only_added_to before update or delete on campaign_versions
  for each row execute function refuse_change();
create trigger campaign_versions_never_emptied before truncate on campaign_versions for each statement execute function refuse_change();

-- When the rest of an erasure is due, and the numbers that it is found by, which go with it.
create trigger erasures_put_off before update on erasures for each row execute function refuse_change_but('next_on', 'phones');
create trigger erasures_stay before delete on erasures for each row execute function refuse_change();
create trigger erasures_never_emptied before truncate on erasures for each statement execute function refuse_change();

-- Calls that were placed, by time: each has its decision in the ledger.
create index attempts_submitted on attempts (submitting_at, id) where submitting_at is not null;
-- Calls of a campaign that the ledger speaks of: each has its attempt.
create index decisions_calls on decisions (campaign_id, id) where attempt_id is not null and record is not null;
