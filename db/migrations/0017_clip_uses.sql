-- Where a clip stands or is quoted is asked before it is removed.
create index stories_clips on stories
  using gin (jsonb_path_query_array(document, '$.blocks[*].**.clip') jsonb_path_ops);
create index published_stories_clips on published_stories
  using gin (jsonb_path_query_array(document, '$.blocks[*].**.clip') jsonb_path_ops);
