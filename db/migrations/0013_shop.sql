create table products (
  id uuid primary key default uuidv7(),
  slug text not null unique,
  title text not null,
  -- What it is, in the plural, as facets and promos say it: 'T-Shirts', 'Hats'.
  type text not null,
  type_slug text not null,
  description text not null,
  -- [{"name": "Size", "values": ["S", "M"]}], at most three.
  options jsonb not null,
  pictures uuid[] not null default '{}',
  status text not null check (status in ('draft', 'for-sale', 'archived')),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('simple', title || ' ' || type || ' ' || description)) stored
);
create index products_newest on products (id desc) where status <> 'draft';
create index products_words on products using gin (words);
create index products_title on products using gin (title gin_trgm_ops);
create index products_pictures on products using gin (pictures);

-- What can be bought: a product in one value of each of its options. Never deleted, since orders name it.
create table variants (
  id uuid primary key default uuidv7(),
  product_id uuid not null references products,
  position integer not null,
  sku text not null,
  -- One value for each option, in the order of the options.
  choice text[] not null,
  -- In the minor unit of the brand's currency.
  price_minor bigint not null check (price_minor between 0 and 100000000),
  weight_grams integer not null check (weight_grams between 0 and 1000000),
  retired boolean not null default false
);
create unique index variants_sku on variants (lower(sku));
create index variants_of_product on variants (product_id, position);

-- The ledger: why the number of pieces changed. Append-only; `stock.on_hand` is its sum at every commit.
create table stock_movements (
  id bigint generated always as identity primary key,
  variant_id uuid not null references variants,
  kind text not null check (kind in ('received', 'sold', 'returned', 'counted', 'correction')),
  -- Pieces added, negative when they left.
  quantity integer not null check (quantity <> 0 or kind = 'counted'),
  reason text not null,
  by text,
  order_id uuid,
  at timestamptz not null default now(),
  check (case kind when 'received' then quantity > 0 when 'returned' then quantity > 0 when 'sold' then quantity < 0 else true end)
);
create index stock_movements_of_variant on stock_movements (variant_id, id desc);
create function refuse_movement_change() returns trigger language plpgsql as $$
begin
  raise exception 'The movements of stock are append-only.';
end $$;
create trigger stock_movements_append_only before update or delete or truncate on stock_movements
  for each statement execute function refuse_movement_change();

-- Pieces of a variant, and how many of them are held for buyers at the checkout: nothing held can be sold to somebody else.
create table stock (
  variant_id uuid primary key references variants,
  on_hand integer not null default 0 check (on_hand between 0 and 10000000),
  held integer not null default 0 check (held between 0 and on_hand),
  -- How many there were when somebody last brought or counted them: what a page's bar is full of.
  stocked integer not null default 0,
  revision integer not null default 1
) with (fillfactor = 50);

-- A timed collection. What of it may be seen and bought is derived from this row and the clock.
create table collections (
  id uuid primary key default uuidv7(),
  slug text not null unique,
  title text not null,
  description text not null,
  cover uuid,
  opens_at timestamptz not null,
  closes_at timestamptz check (closes_at > opens_at),
  -- Where somebody chose the wall-clock times of the window.
  zone text not null,
  -- Whether its name and its times may be known before it opens; its products never are.
  announced boolean not null,
  paused boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index collections_opens on collections (opens_at desc, id desc);
create index collections_closes on collections (closes_at);
create index collections_cover on collections (cover) where cover is not null;

create table collection_products (
  collection_id uuid not null references collections on delete cascade,
  product_id uuid not null references products,
  position integer not null,
  primary key (collection_id, product_id)
);
create index collection_products_of_product on collection_products (product_id);
create index collection_products_in_order on collection_products (collection_id, position);
