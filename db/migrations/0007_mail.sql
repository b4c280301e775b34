-- Every mail that Pressbox has written. Without a mail server it stays here, for an owner to read in the studio.
create table mail (
  id uuid primary key default uuidv7(),
  recipient text not null,
  subject text not null,
  -- Emptied once sent: it may hold links that let somebody in.
  body_text text,
  body_html text,
  state text not null check (state in ('kept', 'waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  problem text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
