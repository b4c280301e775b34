create table shows (
  id uuid primary key default uuidv7(),
  slug text not null unique,
  title text not null,
  description text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null default now()
);

-- An event as the studio has it. What readers may see of it is derived from this and its facts.
create table events (
  id uuid primary key default uuidv7(),
  show_id uuid references shows,
  slug text not null unique,
  title text not null,
  subtitle text not null,
  description text not null,
  starts_at timestamptz not null,
  zone text not null,
  -- The start it had before it was moved.
  moved_from timestamptz,
  starts_by text not null check (starts_by in ('clock', 'host')),
  announce_seconds integer not null check (announce_seconds >= 0),
  soon_seconds integer not null check (soon_seconds between 0 and announce_seconds),
  planned_minutes integer not null check (planned_minutes > 0),
  action_label text,
  action_href text,
  watch_url text,
  final_words text not null,
  -- The delay at first; each change of it is a fact.
  delay_seconds integer not null check (delay_seconds between 0 and 90),
  draft boolean not null,
  -- When the studio ended or cancelled it: only a mark to find what may still be open, phases are derived.
  closed_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index events_open on events (starts_at, id) where closed_at is null;
create index events_closed on events (closed_at) where closed_at is not null;
create index events_by_start on events (starts_at, id);
create index events_by_show on events (show_id);

-- What the studio did, in order. Append-only; when readers see each is derived from the delays, which are facts too.
create table event_facts (
  event_id uuid not null references events on delete cascade,
  seq integer not null,
  kind text not null check (kind in
    ('start', 'pause', 'resume', 'end', 'postpone', 'cancel', 'reopen', 'undo', 'edit', 'delay')),
  at timestamptz not null,
  by text,
  words text not null default '',
  -- The new start of a postponement.
  starts_at timestamptz,
  delay_seconds integer check (delay_seconds between 0 and 90),
  undoes integer,
  -- The event's details until this fact, which readers go on seeing until it is theirs.
  before jsonb,
  primary key (event_id, seq)
);
create function refuse_fact_change() returns trigger language plpgsql as $$
begin
  raise exception 'The facts of an event are append-only.';
end $$;
create trigger event_facts_append_only before update or truncate on event_facts
  for each statement execute function refuse_fact_change();
