-- Sells what nobody holds, or ends the transaction: sent along with the commit, so that the row which all buyers of a drop wait for
-- is locked for no round trip. Of a shortage the error's detail says what is left, from the line on that it failed at.
create function sell_free(sale jsonb) returns void
  language plpgsql as $$
declare
  line record;
begin
  for line in select l.variant, l.quantity from jsonb_to_recordset(sale -> 'lines') as l(variant uuid, quantity integer)
    order by l.variant
  loop
    update stock set on_hand = on_hand - line.quantity, revision = revision + 1
      where variant_id = line.variant and on_hand - held >= line.quantity;
    if not found then
      raise exception 'Less is left than was to be sold.' using errcode = 'PX001', detail = (
        select jsonb_agg(jsonb_build_object('variantId', l.variant, 'left', s.on_hand - s.held,
          'what', concat_ws(', ', p.title, nullif(array_to_string(v.choice, ', '), ''))) order by l.variant)
        from jsonb_to_recordset(sale -> 'lines') as l(variant uuid, quantity integer)
          join stock s on s.variant_id = l.variant join variants v on v.id = l.variant join products p on p.id = v.product_id
        where l.variant >= line.variant and s.on_hand - s.held < l.quantity);
    end if;
    insert into stock_movements (variant_id, kind, quantity, reason, by, order_id, at)
      values (line.variant, 'sold', -line.quantity, sale ->> 'reason', sale ->> 'by', (sale ->> 'orderId')::uuid,
        (sale ->> 'at')::timestamptz);
  end loop;
end $$;
