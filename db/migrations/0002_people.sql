-- Append-only: a trigger refuses update and delete. It holds ids, so that erasing a person empties the person, not the log.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  person_id text,
  actor_kind text not null check (actor_kind in ('person', 'token', 'nobody', 'system')),
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'
);
create index audit_log_subject on audit_log (subject, id);
create index audit_log_person on audit_log (person_id, id);
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only.';
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_audit_change();
