import { Client } from 'pg'

const AUTHORS = 40
const TAGS = 60

/** Published stories of the past, in the newsroom's own tables, made by the database itself: 100,000 in some twenty seconds. */
export async function sowStories(databaseUrl: string, count: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    for (const statement of STATEMENTS) await client.query(statement, statement.includes('$1') ? [count] : [])
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** One every seven minutes, the newest an hour ago. */
const PUBLISHED_AT = `now() - interval '1 hour' - make_interval(mins => 7 * i::int)`

const DOCUMENT = `jsonb_build_object('schema', 1, 'blocks', (
  select jsonb_agg(jsonb_build_object('id', 'b' || b, 'type', 'paragraph', 'text', jsonb_build_array(jsonb_build_object(
    'text', 'The puck of night ' || i || ' slid past line ' || b || ', and nobody in the harbor could say why it stopped there. '
      || md5(i::text || b) || ' ' || repeat('The horn went again under an old banner. ', 4)))))
  from generate_series(1, 5) b))`

const STATEMENTS = [
  `insert into authors (slug, name) select 'sown-author-' || i, 'Writer ' || i from generate_series(1, ${AUTHORS}) i`,
  `insert into tags (slug, name) select 'sown-tag-' || i, 'Tag ' || i from generate_series(1, ${TAGS}) i`,
  `create temporary table sown on commit drop as
    select uuidv7() as id, i, 'sown-story-' || i as slug, 'Night ' || i || ' of the long season' as headline,
      'What the ' || i || 'th night left on the ice' as standfirst, ${DOCUMENT} as document, i % 9 = 0 as short_take,
      case when i % 6 = 0 then 'opinion' else 'news' end as kind, ${PUBLISHED_AT} as at,
      (select id from authors where slug = 'sown-author-' || (i % ${AUTHORS} + 1)) as author,
      array[(select id from tags where slug = 'sown-tag-' || (i % ${TAGS} + 1)),
            (select id from tags where slug = 'sown-tag-' || ((i / ${TAGS}) % ${TAGS} + 1))] as tags
    from generate_series(1, $1::int) i`,
  `insert into stories (id, phase, slug, kind, headline, standfirst, document, short_take, author_ids, tag_ids,
      first_public_at, public_slug, created_at, updated_at)
    select id, 'out', slug, kind, headline, standfirst, document, short_take, array[author], tags, at, slug, at, at from sown`,
  `insert into published_stories (id, slug, kind, sponsor, headline, standfirst, document, short_take, reading_minutes,
      published_at, updated_at, revision, words, alike_words)
    select id, slug, kind, '', headline, standfirst, document, short_take, 2, at, at, 1,
      setweight(to_tsvector('english', headline), 'A') || setweight(to_tsvector('english', standfirst), 'B'), lower(headline)
    from sown`,
  `insert into story_authors (story_id, author_id, place, published_at) select id, author, 1, at from sown`,
  `insert into story_tags (story_id, tag_id, place, published_at)
    select distinct on (id, tag) id, tag, place, at from sown, unnest(tags) with ordinality as filed(tag, place)`,
  `insert into story_revisions (story_id, revision, at, headline, content)
    select id, 1, at, headline, jsonb_build_object('headline', headline) from sown`,
  `insert into addresses (path, subject, state) select '/stories/' || slug, 'story:' || id, 'live' from sown`,
]
