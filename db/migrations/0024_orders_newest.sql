-- The primary key, read backwards, gives the newest orders as well.
drop index orders_newest;
