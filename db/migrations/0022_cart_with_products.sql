-- A product whole, as the shop reads it: with its variants and their stock, and with the collections it stands in.
create view whole_products as
  select p.id, p.slug, p.title, p.type, p.type_slug, p.description, p.options, p.pictures, p.status, p.revision, p.words,
    (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'choice', v.choice, 'priceMinor', v.price_minor,
        'weightGrams', v.weight_grams, 'retired', v.retired, 'stock', jsonb_build_object(
          'onHand', k.on_hand, 'held', k.held, 'stocked', k.stocked, 'revision', k.revision)) order by v.position), '[]')
      from variants v join stock k on k.variant_id = v.id where v.product_id = p.id) as variants,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'opensAt', c.opens_at,
        'closesAt', c.closes_at, 'announced', c.announced, 'paused', c.paused) order by c.opens_at), '[]')
      from collection_products cp join collections c on c.id = cp.collection_id where cp.product_id = p.id) as collections
  from products p;

-- The products that are in a cart come along with it: a buyer's order is a round trip shorter.
drop function lock_cart(uuid);
drop function read_cart(uuid);

-- A cart as its reader has it; revision 0: there is none.
create function read_cart(asked uuid)
  returns table (revision integer, lines jsonb, orders jsonb, held jsonb, products jsonb)
  language plpgsql stable as $$
begin
  return query select coalesce((select c.revision from carts c where c.id = asked), 0),
    (select coalesce(jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'seenPrice', l.seen_price)
      order by l.added_at, l.variant_id), '[]') from cart_lines l where l.cart_id = asked),
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'cartRevision', o.cart_revision, 'state', o.state)
      order by o.id desc), '[]') from orders o where o.cart_id = asked),
    (select coalesce(jsonb_object_agg(l.variant_id, l.quantity), '{}') from orders o join order_lines l on l.order_id = o.id
      where o.cart_id = asked and o.state in ('held', 'paying')),
    (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
      select p.id, p.slug, p.title, p.type, p.type_slug, p.description, p.options, p.pictures, p.status, p.revision, p.variants,
        p.collections
      from whole_products p
      where p.id in (select v.product_id from cart_lines l join variants v on v.id = l.variant_id where l.cart_id = asked)) w);
end $$;

-- The same once nobody else changes or orders it until the end of the transaction. Being volatile, it reads by a snapshot of after
-- the lock was had, and so sees what whoever had it before has done.
create function lock_cart(asked uuid)
  returns table (revision integer, lines jsonb, orders jsonb, held jsonb, products jsonb)
  language plpgsql volatile as $$
begin
  perform from carts c where c.id = asked for update;
  return query select r.revision, r.lines, r.orders, r.held, r.products from read_cart(asked) r;
end $$;
