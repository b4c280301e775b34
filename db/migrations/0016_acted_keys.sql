-- Set in the transaction that acts: who is killed before the answer is kept does not let a repeat act again.
alter table idempotency_keys add column acted boolean not null default false;
