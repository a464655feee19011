-- Where numbers are is reckoned when a list comes in, and again when the tables behind it change.

alter table contact_lists
  -- With which tables and settings the list's numbers were placed; null: nobody kept it.
  add column place_version   text,
  -- While they are placed anew: for which version, and through which contact it is done.
  add column placing_version text,
  add column placed_through  uuid;
