-- Writes a mail, and the job that delivers it where there is a mail server: sent along with the commit of what it tells.
create function write_mail(letter jsonb) returns void language plpgsql as $$
declare
  written uuid;
begin
  insert into mail (recipient, subject, body_text, body_html, state)
    values (letter ->> 'to', letter ->> 'subject', letter ->> 'text', letter ->> 'html', letter ->> 'state') returning id into written;
  if letter ->> 'state' = 'waiting' then
    insert into jobs (name, key, data) values (letter ->> 'job', written, jsonb_build_object('id', written));
  end if;
end $$;
