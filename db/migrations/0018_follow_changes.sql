-- One round trip of what a process does to follow the log: gives what is pending its ids, and reads on. Being volatile, each of its
-- statements has a snapshot of its own, so that the second sees all that was committed before the lock was had.
create function follow_changes(after bigint, most integer)
  returns table (epoch text, head bigint, id bigint, topic text)
  language plpgsql volatile as $$
begin
  if exists (select from pending_changes) then
    perform pg_advisory_xact_lock(4000002);
    with moved as (delete from pending_changes p returning p.id, p.topic)
      insert into changes (topic) select m.topic from moved m order by m.id;
  end if;
  return query
    select i.epoch::text, coalesce((select max(c.id) from changes c), 0), n.id, n.topic
    from installation i
    left join (select c.id, c.topic from changes c where c.id > after order by c.id limit most) n on true
    order by n.id;
end $$;
