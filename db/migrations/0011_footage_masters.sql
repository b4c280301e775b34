-- Footage as it came. The file lies in the file store under its SHA-256, untouched and without a public address.
create table masters (
  id uuid primary key default uuidv7(),
  revision integer not null default 1,
  name text not null,
  state text not null check (state in ('uploading', 'queued', 'processing', 'ready', 'failed', 'cancelled')),
  progress real not null default 0,
  problem text,
  -- Null until the upload has ended and its bytes were counted.
  sha256 text unique check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null default 0,
  -- As decoded, whatever the file claims.
  duration_ms integer,
  width integer,
  height integer,
  has_audio boolean not null default false,
  -- Which of its streams are played: kept, so that a clip is cut from what the preview shows.
  video_stream integer,
  audio_stream integer,
  -- More frames a second than are worth sending.
  is_fast boolean not null default false,
  preview_sha256 text check (preview_sha256 ~ '^[0-9a-f]{64}$'),
  provenance jsonb not null,
  -- Each taking up of the work draws a new number: who holds an older one can no longer change the row.
  run integer not null default 0,
  added_by text,
  created_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('simple', name)) stored
);
create index masters_words on masters using gin (words);

create table clips (
  id uuid primary key default uuidv7(),
  revision integer not null default 1,
  master_id uuid not null references masters (id),
  title text not null,
  before text not null default '',
  in_ms integer not null check (in_ms >= 0),
  out_ms integer not null check (out_ms > in_ms),
  warning_says text,
  warning_why text,
  poster_ms integer not null,
  -- The frame that the poster shows, and the cut that the sizes show: where they differ from what is wanted, there is work to do.
  poster_made_ms integer,
  poster uuid references pictures (id),
  cut_in_ms integer,
  cut_out_ms integer,
  duration_ms integer not null default 0,
  state text not null check (state in ('queued', 'processing', 'ready', 'failed', 'cancelled')),
  progress real not null default 0,
  problem text,
  captions text,
  captions_sha256 text check (captions_sha256 ~ '^[0-9a-f]{64}$'),
  run integer not null default 0,
  created_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('simple', title || ' ' || before)) stored
);
create index clips_master on clips (master_id, in_ms);
create index clips_poster on clips (poster) where poster is not null;
create index clips_captions on clips (captions_sha256) where captions_sha256 is not null;
create index clips_words on clips using gin (words);

-- What readers play. A retired one is of an earlier cut: it stays a while for those who are playing it.
create table clip_sizes (
  clip_id uuid not null references clips (id) on delete cascade,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer not null,
  height integer not null,
  bytes bigint not null,
  retired_at timestamptz,
  primary key (clip_id, sha256)
);
create index clip_sizes_file on clip_sizes (sha256);

create table transcripts (
  master_id uuid primary key references masters (id) on delete cascade,
  revision integer not null default 1,
  language text not null,
  cues jsonb not null
);
