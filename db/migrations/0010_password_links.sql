-- A one-time way to a new password: mailed to whom asks for it, or made on the command line for an owner. One a person, the newest.
create table password_links (
  person_id uuid primary key references people,
  token_hash bytea not null unique,
  -- Made by who runs the server: the second factor that was lost with the password goes too.
  ends_two_factor boolean not null,
  expires_at timestamptz not null
);
