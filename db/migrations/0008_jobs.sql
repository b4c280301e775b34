-- Reactions to what was committed. A done job is deleted; one that failed for good stays, to be seen.
create table jobs (
  id uuid primary key default uuidv7(),
  name text not null,
  -- While a job with a key waits or runs, a second one of that name and key is not taken.
  key text,
  data jsonb not null,
  run_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  -- Whoever runs it renews this; when it passes, the job is anybody's again.
  taken_until timestamptz,
  failed_at timestamptz,
  last_error text,
  created_at timestamptz not null default now()
);
create unique index jobs_key on jobs (name, key) where key is not null and failed_at is null;
create index jobs_due on jobs (run_at) where failed_at is null;
