-- Searches with typing errors find a story by who wrote it as well.
alter table published_stories rename column title_words to alike_words;
alter index published_stories_title rename to published_stories_alike;

update published_stories s set alike_words = lower(s.headline || E'\n' || named.names)
from (
  select filed.story_id, string_agg(authors.name, E'\n' order by filed.place) as names
  from story_authors filed join authors on authors.id = filed.author_id
  group by filed.story_id
) named
where named.story_id = s.id;
