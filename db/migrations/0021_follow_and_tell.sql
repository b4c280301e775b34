-- Whoever gives pending changes their ids tells the other processes in the same transaction: one commit for both, and what they are told of
-- they find. The message is who told it, so that this one passes over its own.
drop function follow_changes(bigint, integer);

create function follow_changes(after bigint, most integer, teller text default '')
  returns table (epoch text, head bigint, id bigint, topic text)
  language plpgsql volatile as $$
begin
  if exists (select from pending_changes) then
    perform pg_advisory_xact_lock(4000002);
    with moved as (delete from pending_changes p returning p.id, p.topic)
      insert into changes (topic) select m.topic from moved m order by m.id;
    if found then
      perform pg_notify('pressbox_changes', teller);
    end if;
  end if;
  return query
    select i.epoch::text, coalesce((select max(c.id) from changes c), 0), n.id, n.topic
    from installation i
    left join (select c.id, c.topic from changes c where c.id > after order by c.id limit most) n on true
    order by n.id;
end $$;
