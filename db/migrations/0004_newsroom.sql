-- Search forgives typing errors by trigrams. The extension is trusted: the database's owner may install it.
create extension if not exists pg_trgm;

create table authors (
  id uuid primary key default uuidv7(),
  slug text not null unique,
  name text not null,
  role_title text not null default '',
  bio text not null default '',
  portrait uuid,
  person_id text,
  revision integer not null default 1,
  created_at timestamptz not null default now()
);

create table tags (
  id uuid primary key default uuidv7(),
  slug text not null unique,
  name text not null,
  description text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null default now()
);

-- The working versions: what the studio edits. `phase` says whether there is a public version, now or at an instant to come.
create table stories (
  id uuid primary key default uuidv7(),
  phase text not null default 'draft' check (phase in ('draft', 'out', 'withdrawn')),
  slug text not null default '',
  kind text not null default 'news' check (kind in ('news', 'opinion', 'satire', 'sponsored')),
  sponsor text not null default '',
  headline text not null default '',
  standfirst text not null default '',
  document jsonb not null,
  cover uuid,
  short_take boolean not null default false,
  author_ids uuid[] not null default '{}',
  tag_ids uuid[] not null default '{}',
  -- Since when readers could see it first, and under which slug last: it keeps its date and address when it comes back.
  first_public_at timestamptz,
  public_slug text,
  revision integer not null default 1,
  created_by text,
  created_at timestamptz not null default now(),
  updated_by text,
  updated_at timestamptz not null default now()
);
create index stories_by_phase on stories (phase, updated_at desc, id desc);
create index stories_slug on stories (slug, id);
create index stories_updated on stories (updated_at desc, id desc);
create index stories_by_maker on stories (created_by, updated_at desc, id desc);
create index stories_authors on stories using gin (author_ids);
create index stories_tags on stories using gin (tag_ids);
create index stories_headline on stories using gin (headline gin_trgm_ops);

-- What readers see from published_at on. A row with published_at to come is a scheduled story.
create table published_stories (
  id uuid primary key references stories (id),
  slug text not null unique,
  kind text not null,
  sponsor text not null,
  headline text not null,
  standfirst text not null,
  document jsonb not null,
  cover uuid,
  short_take boolean not null,
  reading_minutes integer not null,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  corrected_at timestamptz,
  -- The working revision that this was made from.
  revision integer not null,
  -- Weighted words for search, and the headline with its byline for searches with typing errors.
  words tsvector not null,
  title_words text not null
);
create index published_stories_newest on published_stories (published_at desc, id desc);
create index published_stories_kind on published_stories (kind, published_at desc, id desc);
create index published_stories_takes on published_stories (published_at desc, id desc) where short_take;
create index published_stories_words on published_stories using gin (words);
create index published_stories_title on published_stories using gin (title_words gin_trgm_ops);
create index published_stories_cover on published_stories (cover) where cover is not null;

-- published_at stands here as well, so that a list of one tag or author is read from one index.
create table story_authors (
  story_id uuid not null references published_stories (id) on delete cascade,
  author_id uuid not null references authors (id),
  place integer not null,
  published_at timestamptz not null,
  primary key (story_id, author_id)
);
create index story_authors_newest on story_authors (author_id, published_at desc, story_id desc);

create table story_tags (
  story_id uuid not null references published_stories (id) on delete cascade,
  tag_id uuid not null references tags (id),
  place integer not null,
  published_at timestamptz not null,
  primary key (story_id, tag_id)
);
create index story_tags_newest on story_tags (tag_id, published_at desc, story_id desc);

-- Every save.
create table story_revisions (
  story_id uuid not null references stories (id) on delete cascade,
  revision integer not null,
  at timestamptz not null,
  by_id text,
  headline text not null,
  content jsonb not null,
  primary key (story_id, revision)
);

create table corrections (
  id uuid primary key default uuidv7(),
  story_id uuid not null references stories (id),
  at timestamptz not null,
  by_id text,
  note text not null
);
create index corrections_story on corrections (story_id, at);
create index corrections_newest on corrections (at desc, id desc);
