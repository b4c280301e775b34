-- Calls to action with a window; which of them shows is derived from these rows and the clock.
create table promos (
  id uuid primary key default uuidv7(),
  revision integer not null default 1,
  title text not null,
  text text not null,
  action_label text not null,
  action_url text not null,
  -- Where somebody chose the wall-clock times of the window.
  zone text not null,
  opens_at timestamptz not null,
  closes_at timestamptz check (closes_at > opens_at),
  priority integer not null,
  -- Whether open pages may know of it before it begins.
  announced boolean not null,
  paused boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index promos_opens on promos (opens_at desc, id desc);
create index promos_closes on promos (closes_at);

-- About, contact, privacy, terms: a page of the brand's own, in the newsroom's document form.
create table static_pages (
  id uuid primary key default uuidv7(),
  revision integer not null default 1,
  slug text not null unique,
  title text not null,
  description text not null,
  document jsonb not null,
  published boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
