-- What a reader means to buy. The id is random and stands, signed, in a cookie of the reader.
create table carts (
  id uuid primary key,
  -- Rises with each change: one revision of a cart becomes one order at most.
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index carts_left on carts (updated_at);

create table cart_lines (
  cart_id uuid not null references carts on delete cascade,
  variant_id uuid not null references variants,
  quantity integer not null check (quantity between 1 and 99),
  -- The price that its reader last saw, to be told when it is another; what is paid is always the variant's own.
  seen_price bigint not null check (seen_price >= 0),
  added_at timestamptz not null default clock_timestamp(),
  primary key (cart_id, variant_id)
);

create table orders (
  id uuid primary key default uuidv7(),
  number integer not null unique generated always as identity (start with 1001),
  -- Kept without a reference: carts that were left are forgotten, orders are not.
  cart_id uuid not null,
  cart_revision integer not null,
  state text not null check (state in ('held', 'paying', 'to-pay', 'paid', 'fulfilled', 'refunded', 'expired', 'cancelled')),
  name text not null,
  email text not null,
  phone text not null,
  note text not null,
  delivery text not null check (delivery in ('ship', 'pickup')),
  pay_by text not null check (pay_by in ('stripe', 'pickup')),
  -- Null when it is picked up.
  address jsonb,
  shipping_name text not null,
  currency text not null,
  goods bigint not null check (goods >= 0),
  shipping bigint not null check (shipping >= 0),
  tax bigint not null check (tax >= 0),
  tax_included boolean not null,
  tax_name text not null,
  tax_basis_points integer not null,
  total bigint not null check (total = goods + shipping + case when tax_included then 0 else tax end),
  pieces integer not null check (pieces > 0),
  -- The payment page is closed at `pay_until`; if Stripe does not answer then, the stock is let go at `hold_until` all the same.
  pay_until timestamptz,
  hold_until timestamptz,
  -- When it became an order that is paid, or to be paid at pickup.
  placed_at timestamptz,
  packed_at timestamptz,
  carrier text not null default '',
  tracking text not null default '',
  tracking_url text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  unique (cart_id, cart_revision)
);
create index orders_newest on orders (id desc);
create index orders_by_state on orders (state, id desc);
create index orders_placed on orders (placed_at) where placed_at is not null;
create index orders_held on orders (hold_until) where state in ('held', 'paying');
create index orders_of_cart on orders (cart_id) where state in ('held', 'paying');
create index orders_email on orders (lower(email) text_pattern_ops);
create index orders_name on orders (lower(name) text_pattern_ops);

-- As it was when it was ordered: a later price or title changes nothing here.
create table order_lines (
  order_id uuid not null references orders,
  variant_id uuid not null references variants,
  product_id uuid not null,
  title text not null,
  variant text not null,
  sku text not null,
  quantity integer not null check (quantity > 0),
  price bigint not null check (price >= 0),
  -- Pieces that came back into stock.
  returned integer not null default 0 check (returned between 0 and quantity),
  primary key (order_id, variant_id)
);
create index order_lines_of_variant on order_lines (variant_id);

-- At most one payment an order, and at most one page to pay it on: its address is given out only once it stands here.
create table payments (
  order_id uuid primary key references orders,
  method text not null check (method in ('stripe', 'pickup')),
  -- `opening`: no page yet; `open`: it may be paid; `captured`; `closed`: it can no longer be paid.
  state text not null check (state in ('opening', 'open', 'captured', 'closed')),
  amount bigint not null check (amount >= 0),
  currency text not null,
  session_id text unique,
  session_url text,
  intent_id text unique,
  -- Raised when Stripe answered with an error of its own, which it would repeat for the same idempotency key.
  attempt integer not null default 0,
  captured bigint not null default 0 check (captured >= 0),
  captured_at timestamptz,
  -- What refunds have taken of it, those under way included.
  refunded bigint not null default 0 check (refunded between 0 and captured),
  looked_at timestamptz,
  failures integer not null default 0,
  created_at timestamptz not null default now()
);
create index payments_unsettled on payments (looked_at nulls first) where state in ('opening', 'open');
create index payments_session on payments (session_id) where session_id is not null;

create table refunds (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders,
  amount bigint not null check (amount > 0),
  reason text not null,
  state text not null check (state in ('wanted', 'done', 'failed')),
  by text,
  attempt integer not null default 0,
  stripe_id text unique,
  problem text,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index refunds_of_order on refunds (order_id, id);
create index refunds_wanted on refunds (id) where state = 'wanted';

-- What happened to an order, in order. Append-only.
create table order_events (
  id bigint generated always as identity primary key,
  order_id uuid not null references orders,
  at timestamptz not null,
  kind text not null,
  says text not null default '',
  by text
);
create index order_events_of_order on order_events (order_id, id);
create function refuse_order_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'The events of an order are append-only.';
end $$;
create trigger order_events_append_only before update or delete or truncate on order_events
  for each statement execute function refuse_order_event_change();

-- What somebody has to look at. One of a kind for each order is open at a time.
create table order_exceptions (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders,
  kind text not null check (kind in ('sold-out-after-payment', 'wrong-amount', 'refund-failed', 'payment-unclear')),
  says text not null,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text
);
create unique index order_exceptions_open on order_exceptions (order_id, kind) where resolved_at is null;
create index order_exceptions_newest on order_exceptions (id desc) where resolved_at is null;
