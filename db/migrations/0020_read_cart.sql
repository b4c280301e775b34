-- A cart as its reader has it; revision 0: there is none.
create function read_cart(asked uuid) returns table (revision integer, lines jsonb, orders jsonb, held jsonb)
  language plpgsql stable as $$
begin
  return query select coalesce((select c.revision from carts c where c.id = asked), 0),
    (select coalesce(jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'seenPrice', l.seen_price)
      order by l.added_at, l.variant_id), '[]') from cart_lines l where l.cart_id = asked),
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'cartRevision', o.cart_revision, 'state', o.state)
      order by o.id desc), '[]') from orders o where o.cart_id = asked),
    (select coalesce(jsonb_object_agg(l.variant_id, l.quantity), '{}') from orders o join order_lines l on l.order_id = o.id
      where o.cart_id = asked and o.state in ('held', 'paying'));
end $$;

-- The same once nobody else changes or orders it until the end of the transaction. Being volatile, it reads by a snapshot of after
-- the lock was had, and so sees what whoever had it before has done.
create function lock_cart(asked uuid) returns table (revision integer, lines jsonb, orders jsonb, held jsonb)
  language plpgsql volatile as $$
begin
  perform from carts c where c.id = asked for update;
  return query select r.revision, r.lines, r.orders, r.held from read_cart(asked) r;
end $$;
