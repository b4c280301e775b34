create table seasons (
  id uuid primary key default uuidv7(),
  slug text not null unique,
  name text not null,
  description text not null default '',
  ruleset jsonb not null,
  -- Counts the changes of the ruleset; a match keeps the number with its copy.
  ruleset_version integer not null default 1,
  -- Results and tables of the season are the desk's alone until then.
  reveal_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index seasons_by_age on seasons (created_at desc, id);

create table sides (
  id uuid primary key default uuidv7(),
  name text not null unique,
  short text not null,
  colour text,
  revision integer not null default 1
);

create table players (
  id uuid primary key default uuidv7(),
  name text not null,
  revision integer not null default 1
);
create index players_by_name on players (name, id);

-- Which sides play a season, and who plays for them.
create table season_sides (
  season_id uuid not null references seasons,
  side_id uuid not null references sides,
  primary key (season_id, side_id)
);
create index season_sides_by_side on season_sides (side_id);

create table rosters (
  season_id uuid not null,
  side_id uuid not null,
  player_id uuid not null references players,
  position integer not null,
  bench boolean not null default false,
  primary key (season_id, side_id, player_id),
  foreign key (season_id, side_id) references season_sides on delete cascade
);
create index rosters_by_player on rosters (player_id);

create table matches (
  id uuid primary key default uuidv7(),
  season_id uuid not null references seasons,
  slug text not null unique,
  number integer not null check (number > 0),
  first_side uuid not null references sides,
  second_side uuid not null references sides,
  scheduled_at timestamptz not null,
  zone text not null,
  -- [{active, bench}, {active, bench}]: player ids.
  lineups jsonb not null,
  -- The event it is played at, of another module: one event has one match.
  event_id uuid unique,
  reveal_at timestamptz,
  draft boolean not null,
  -- The season's rules as they were when its first fact was told; null until then.
  ruleset jsonb,
  ruleset_version integer,
  -- Signs the producer's overlay.
  overlay_secret text not null,
  -- The seq of its last fact, and when that was told.
  head integer not null default 0,
  last_at timestamptz,
  -- The fold of its facts in short, written with them: what the tables are made from, and computable again at any time.
  result jsonb not null,
  -- `result`'s phase once more, to find what is on.
  phase text not null check (phase in ('scheduled', 'playing', 'level', 'decided', 'ended')),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (first_side <> second_side),
  unique (season_id, number)
);
create index matches_of_season on matches (season_id, scheduled_at, id);
create index matches_coming on matches (scheduled_at, id) where phase = 'scheduled' and not draft;
create index matches_on on matches (scheduled_at, id) where phase in ('playing', 'level', 'decided') and not draft;
create index matches_over on matches (scheduled_at desc, id desc) where phase = 'ended' and not draft;
create index matches_just_told on matches (last_at) where not draft;
create index matches_by_first_side on matches (first_side);
create index matches_by_second_side on matches (second_side);

-- What the hosts told, in order. Append-only; every total is a fold of it.
create table match_facts (
  match_id uuid not null references matches on delete cascade,
  seq integer not null check (seq > 0),
  -- Made by the client: the same fact sent again is counted once.
  id uuid not null,
  at timestamptz not null,
  by text,
  kind text not null,
  fact jsonb not null,
  primary key (match_id, seq),
  unique (match_id, id)
);
create function refuse_match_fact_change() returns trigger language plpgsql as $$
begin
  raise exception 'The facts of a match are append-only.';
end $$;
create trigger match_facts_append_only before update or truncate on match_facts
  for each statement execute function refuse_match_fact_change();
