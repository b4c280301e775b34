-- Append-only: a trigger refuses update and delete. It holds ids, so that erasing a person empties the person, not the log.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  person_id text,
  token_id uuid,
  actor_kind text not null check (actor_kind in ('person', 'token', 'nobody', 'system')),
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'
);
create index audit_log_subject on audit_log (subject, id);
create index audit_log_person on audit_log (person_id, id);
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only.';
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_audit_change();

-- Whoever has, or had, an account. An erased person keeps the row, for its id, and nothing that tells who it was.
create table people (
  id uuid primary key default uuidv7(),
  name text not null,
  email text unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  role text not null check (role in ('owner', 'editor', 'writer', 'footage', 'host', 'shop')),
  two_factor_enabled boolean not null default false,
  deactivated_at timestamptz,
  erased_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- The next five tables are better-auth's, under names of ours.
create table sessions (
  id uuid primary key default uuidv7(),
  token text not null unique,
  person_id uuid not null references people,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ip_address text,
  user_agent text
);
create index sessions_person on sessions (person_id);

create table accounts (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  account_id text not null,
  provider_id text not null,
  password text,
  -- For sign-in by way of other sites, which we do not offer; better-auth wants its whole table.
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index accounts_person on accounts (person_id);

create table verifications (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);
create index verifications_expiry on verifications (expires_at);

create table passkeys (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkeys_person on passkeys (person_id);

create table two_factors (
  id uuid primary key default uuidv7(),
  person_id uuid not null unique references people,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- Of links and tokens only the SHA-256 is kept: they are random, so nothing slower is needed.
create table setup_link (
  only_row boolean primary key default true check (only_row),
  token_hash bytea not null,
  created_at timestamptz not null default now()
);

create table invitations (
  id uuid primary key default uuidv7(),
  email text not null,
  role text not null check (role in ('owner', 'editor', 'writer', 'footage', 'host', 'shop')),
  token_hash bytea not null unique,
  invited_by uuid references people,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references people,
  revoked_at timestamptz
);

create table api_tokens (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  name text not null,
  hint text not null,
  token_hash bytea not null unique,
  scope text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_tokens_person on api_tokens (person_id);

-- Attempts to sign in, by account and by network, until one succeeds or a day has passed.
create table guesses (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null default now(),
  locked_until timestamptz
);
create index guesses_last_at on guesses (last_at);

-- better-auth writes in transactions of its own, so its tables audit themselves: what changed, never to what, except the role.
-- `pressbox.actor` is set by our own use cases; otherwise somebody changed what is theirs.
create function audit_account_change() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  is_now jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  row_now jsonb := was || is_now;
  whose text := case when tg_table_name = 'people' then row_now ->> 'id' else row_now ->> 'person_id' end;
  actor jsonb := coalesce(nullif(current_setting('pressbox.actor', true), '')::jsonb,
    jsonb_build_object('kind', 'person', 'id', whose));
  ignored text[] := array['updated_at', 'last_seen_at', 'revision', 'counter', 'failed_verification_count', 'locked_until'];
  changed text[];
  detail jsonb := '{}';
begin
  if tg_op = 'UPDATE' then
    select array_agg(key order by key) into changed from jsonb_each(is_now)
      where value is distinct from was -> key and key <> all (ignored);
    if changed is null then return null; end if;
    detail := jsonb_build_object('changed', changed);
    if tg_table_name = 'people' and 'role' = any (changed) then
      detail := detail || jsonb_build_object('from', was -> 'role', 'to', is_now -> 'role');
    end if;
  elsif tg_table_name = 'people' then
    detail := jsonb_build_object('role', row_now -> 'role');
  end if;
  insert into audit_log (person_id, token_id, actor_kind, action, subject, detail) values (
    actor ->> 'id', (actor ->> 'token')::uuid, actor ->> 'kind',
    tg_argv[0] || case tg_op when 'INSERT' then '.add' when 'UPDATE' then '.change' else '.end' end,
    'person:' || whose, detail);
  insert into pending_changes (topic) values ('audit'), ('desk:people');
  return null;
end $$;
create trigger people_audit after insert or update or delete on people
  for each row execute function audit_account_change('person');
create trigger sessions_audit after insert or delete on sessions
  for each row execute function audit_account_change('session');
create trigger accounts_audit after insert or update or delete on accounts
  for each row execute function audit_account_change('password');
create trigger passkeys_audit after insert or update or delete on passkeys
  for each row execute function audit_account_change('passkey');
create trigger two_factors_audit after insert or update or delete on two_factors
  for each row execute function audit_account_change('two-factor');
