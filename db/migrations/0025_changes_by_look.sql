-- A look at what is pending writes one row, with all it found: what it found together became visible together. A row that waits for it
-- needs neither number nor index, and costs its writer less without them.
alter table pending_changes drop column id;

alter table changes add column topics text[];
update changes set topics = array[topic];
alter table changes alter column topics set not null, drop column topic;

drop function follow_changes(bigint, integer, text);

create function follow_changes(after bigint, most integer, teller text)
  returns table (epoch text, head bigint, id bigint, topics json)
  language plpgsql volatile as $$
begin
  if exists (select from pending_changes) then
    perform pg_advisory_xact_lock(4000002);
    with moved as (delete from pending_changes returning topic)
      insert into changes (topics) select array_agg(m.topic) from moved m having count(*) > 0;
    if found then
      perform pg_notify('pressbox_changes', teller);
    end if;
  end if;
  return query
    select i.epoch::text, coalesce((select max(c.id) from changes c), 0), n.id, to_json(n.topics)
    from installation i
    left join (select c.id, c.topics from changes c where c.id > after order by c.id limit most) n on true
    order by n.id;
end $$;
