-- One row: which installation this is. A restore draws a new epoch, so that positions of before cannot be mistaken.
create table installation (
  only_row boolean primary key default true check (only_row),
  epoch text not null default substr(md5(gen_random_uuid()::text), 1, 8),
  created_at timestamptz not null default now()
);
insert into installation default values;

-- The change log: writers insert here without a lock …
create table pending_changes (
  id bigint generated always as identity primary key,
  topic text not null
);

-- … and whoever wakes first moves the rows here under an advisory lock, so that ids become visible in order.
create table changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  topic text not null
);
create index changes_at on changes (at);

-- When time itself changes what a topic shows.
create table instants (
  at timestamptz not null,
  topic text not null,
  primary key (at, topic)
);

-- The brand's settings and the signing secrets.
create table settings (
  name text primary key,
  value jsonb not null,
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);

-- The answer that a request with an Idempotency-Key got, so that its repeat gets the same.
create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);

-- Which processes serve this site, how many readers each has, and on which pages.
create unlogged table processes (
  id uuid primary key,
  seen_at timestamptz not null default now(),
  readers integer not null default 0,
  places jsonb not null default '{}'
);

-- Every path ever given out. A subject has at most one live path; its older ones redirect there, or all are gone.
create table addresses (
  path text primary key,
  subject text not null,
  state text not null check (state in ('live', 'redirect', 'gone')),
  since timestamptz not null default now()
);
create unique index addresses_live on addresses (subject) where state = 'live';
create index addresses_subject on addresses (subject);
