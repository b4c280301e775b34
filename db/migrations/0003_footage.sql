-- Pictures. The original lies in the file store under its SHA-256, untouched and without a public address.
create table pictures (
  id uuid primary key default uuidv7(),
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  mime text not null,
  bytes bigint not null,
  -- Upright: as seen, whatever the camera's orientation.
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  average_colour text not null,
  alt text not null default '',
  caption text not null default '',
  credit text not null default '',
  rights_note text not null default '',
  rights_until timestamptz,
  -- Percent from the left and from the top: kept in every crop.
  focal_x smallint not null default 50 check (focal_x between 0 and 100),
  focal_y smallint not null default 50 check (focal_y between 0 and 100),
  added_by text,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('simple', alt || ' ' || caption || ' ' || credit)) stored
);
create index pictures_words on pictures using gin (words);
