import { sql, type Source } from '../platform/db/database.ts'
import type { Presence } from './wire.ts'

/** A process that has not said anything for so long does not run any more. */
const SILENT_AFTER_S = 10
const SHOWN_PLACES = 20

export async function reportReaders(
  { q }: Source,
  process: string,
  readers: number,
  places: Record<string, number>,
): Promise<void> {
  await sql`insert into processes (id, readers, places) values (${process}, ${readers}, ${JSON.stringify(places)}::jsonb)
    on conflict (id) do update set readers = excluded.readers, places = excluded.places, seen_at = now()`.execute(
    q,
  )
}

export async function forgetProcess({ q }: Source, process: string): Promise<void> {
  await sql`delete from processes where id = ${process}
    or seen_at < now() - make_interval(secs => ${SILENT_AFTER_S * 6})`.execute(q)
}

/** Over all processes. A row counts a tab once, however many pages it shows. */
export async function readPresence({ q }: Source): Promise<Presence> {
  const { rows } = await sql<{ readers: number; path: string | null; here: number }>`
    with living as (select readers, places from processes where seen_at > now() - make_interval(secs => ${SILENT_AFTER_S})),
    total as (select coalesce(sum(readers), 0)::int as readers from living),
    by_path as (select key as path, sum(value::int)::int as here from living, jsonb_each_text(places)
      group by key order by here desc, key limit ${SHOWN_PLACES})
    select total.readers, by_path.path, coalesce(by_path.here, 0)::int as here from total left join by_path on true`.execute(
    q,
  )
  const places = rows.flatMap(({ path, here }) => (path === null ? [] : [{ path, readers: here }]))
  return { readers: rows[0]?.readers ?? 0, places: places.sort((a, b) => b.readers - a.readers) }
}
