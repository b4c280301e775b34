import { sql, type Source } from '../platform/db/database.ts'
import { PUBLICATION, type StoredPublication } from './publication-store.ts'

/** The best of at most so many newest matches: a word that is everywhere must not cost a ranking of everything. */
const CANDIDATES = 1000

interface Search {
  text: string
  now: Date
  limit: number
  skip: number
}

/** Full text, headlines first; the last word may be unfinished. Public stories only. */
export async function readMatches({ q }: Source, search: Search): Promise<StoredPublication[]> {
  const unfinished = /([\p{L}\p{N}]{2,})$/u.exec(search.text.trim())?.[1]
  const prefix = unfinished ? `${unfinished.toLowerCase()}:*` : ''
  const finished = unfinished ? search.text.trim().slice(0, -unfinished.length) : ''
  const { rows } = await sql<StoredPublication>`
    with asked as (select websearch_to_tsquery('english', ${search.text})
      || (websearch_to_tsquery('english', ${finished}) && to_tsquery('simple', ${prefix})) as query),
    found as (select id, published_at, ts_rank_cd(words, query) as rank from published_stories, asked
      where words @@ query and published_at <= ${search.now} order by published_at desc, id desc limit ${CANDIDATES}),
    best as (select id, row_number() over (order by rank desc, published_at desc, id desc) as place from found)
    select ${PUBLICATION} from best join published_stories s on s.id = best.id
    where place > ${search.skip} and place <= ${search.skip + search.limit} order by place`.execute(q)
  return rows
}

/** Headlines and bylines that look alike, for words that were typed wrongly. */
export async function readSimilar({ q }: Source, search: Search): Promise<StoredPublication[]> {
  const { rows } = await sql<StoredPublication>`
    with found as (select id, published_at, word_similarity(lower(${search.text}), alike_words) as rank
      from published_stories where lower(${search.text}) <% alike_words and published_at <= ${search.now}
      limit ${CANDIDATES}),
    best as (select id, row_number() over (order by rank desc, published_at desc, id desc) as place from found)
    select ${PUBLICATION} from best join published_stories s on s.id = best.id
    where place > ${search.skip} and place <= ${search.skip + search.limit} order by place`.execute(q)
  return rows
}
