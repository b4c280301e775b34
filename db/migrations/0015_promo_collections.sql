-- A promo that follows a collection of the shop: window, words and link are the collection's, whatever stands beside it here.
alter table promos add column collection_id uuid references collections;
create index promos_collection on promos (collection_id) where collection_id is not null;
