-- Where a picture stands is asked before it is removed: each of these answers from an index, however many stories there are.
create index stories_cover on stories (cover) where cover is not null;
create index stories_pictures on stories
  using gin (jsonb_path_query_array(document, '$.blocks[*].picture') jsonb_path_ops);
create index published_stories_pictures on published_stories
  using gin (jsonb_path_query_array(document, '$.blocks[*].picture') jsonb_path_ops);
create index authors_portrait on authors (portrait) where portrait is not null;
