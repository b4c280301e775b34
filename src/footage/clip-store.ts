import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import { matching } from './master-store.ts'
import type { ClipSize, ClipState, Provenance, Warning } from './wire.ts'

export type StoredSize = Omit<ClipSize, 'url'>

export interface StoredClip {
  id: string
  revision: number
  masterId: string
  title: string
  before: string
  inMs: number
  outMs: number
  warning: Warning | null
  posterMs: number
  posterMadeMs: number | null
  /** A picture's id. */
  poster: string | null
  cutInMs: number | null
  cutOutMs: number | null
  durationMs: number
  state: ClipState
  progress: number
  problem: string | null
  captionsSha256: string | null
  run: number
  createdAt: Date
  /** Smallest first. */
  sizes: StoredSize[]
}

const COLUMNS = sql`c.id, c.revision, c.master_id as "masterId", c.title, c.before, c.in_ms as "inMs", c.out_ms as "outMs",
  case when c.warning_says is not null
    then jsonb_build_object('says', c.warning_says, 'why', coalesce(c.warning_why, '')) end as warning,
  c.poster_ms as "posterMs", c.poster_made_ms as "posterMadeMs", c.poster, c.cut_in_ms as "cutInMs", c.cut_out_ms as "cutOutMs",
  c.duration_ms as "durationMs", c.state, c.progress, c.problem, c.captions_sha256 as "captionsSha256", c.run,
  c.created_at as "createdAt",
  coalesce((select jsonb_agg(jsonb_build_object('width', s.width, 'height', s.height, 'sha256', s.sha256, 'bytes', s.bytes)
    order by s.height * s.width) from clip_sizes s where s.clip_id = c.id and s.retired_at is null), '[]') as sizes`

export async function readClip({ q }: Source, id: string): Promise<StoredClip | null> {
  const { rows } = await sql<StoredClip>`select ${COLUMNS} from clips c where c.id = ${id}`.execute(q)
  return rows[0] ?? null
}

export async function lockClip({ q }: Source, id: string): Promise<StoredClip | null> {
  await sql`select from clips where id = ${id} for update`.execute(q)
  return readClip({ q }, id)
}

export async function readClips({ q }: Source, ids: readonly string[]): Promise<StoredClip[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredClip>`
    select ${COLUMNS} from clips c where c.id = any(${ids}::uuid[])`.execute(q)
  return rows
}

export async function readClipsOfMaster({ q }: Source, masterId: string): Promise<StoredClip[]> {
  const { rows } = await sql<StoredClip>`
    select ${COLUMNS} from clips c where c.master_id = ${masterId} order by c.in_ms, c.id`.execute(q)
  return rows
}

/** Newest first. `text`: words that begin words of title or of what happens before. */
export async function listClipRows(
  { q }: Source,
  { text, before, limit }: { text: string; before: string | null; limit: number },
): Promise<StoredClip[]> {
  const { rows } = await sql<StoredClip>`select ${COLUMNS} from clips c
    where (${before}::uuid is null or c.id < ${before}::uuid) and ${matching(text)}
    order by c.id desc limit ${limit}`.execute(q)
  return rows
}

export interface ClipOrigin {
  clipId: string
  sha256: string | null
  provenance: Provenance
}

/** Where the footage of these clips came from. */
export async function readOrigins({ q }: Source, clipIds: readonly string[]): Promise<ClipOrigin[]> {
  if (clipIds.length === 0) return []
  const { rows } = await sql<ClipOrigin>`
    select c.id as "clipId", m.sha256, m.provenance from clips c join masters m on m.id = c.master_id
    where c.id = any(${clipIds}::uuid[])`.execute(q)
  return rows
}

export type ClipWriting = Pick<
  StoredClip,
  'title' | 'before' | 'inMs' | 'outMs' | 'warning' | 'posterMs' | 'state'
>

export async function insertClip({ q }: Source, masterId: string, clip: ClipWriting): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into clips (master_id, title, before, in_ms, out_ms, warning_says, warning_why, poster_ms, state)
    values (${masterId}, ${clip.title}, ${clip.before}, ${clip.inMs}, ${clip.outMs}, ${clip.warning?.says ?? null},
      ${clip.warning?.why ?? null}, ${clip.posterMs}, ${clip.state}) returning id`.execute(q)
  const row = rows[0]
  if (!row) throw new Error('A clip was not inserted.')
  return row.id
}

/** Whoever works on it meanwhile finds out at its next sign of life. `false`: another revision by now, or gone. */
export async function writeClip(
  { q }: Source,
  id: string,
  basedOn: number,
  clip: ClipWriting,
): Promise<boolean> {
  const { rows } = await sql`
    update clips set title = ${clip.title}, before = ${clip.before}, in_ms = ${clip.inMs}, out_ms = ${clip.outMs},
      warning_says = ${clip.warning?.says ?? null}, warning_why = ${clip.warning?.why ?? null}, poster_ms = ${clip.posterMs},
      run = case when in_ms = ${clip.inMs} and out_ms = ${clip.outMs} and poster_ms = ${clip.posterMs} then run else run + 1 end,
      problem = case when state = ${clip.state} then problem end, state = ${clip.state}, revision = revision + 1
    where id = ${id} and revision = ${basedOn} returning 1`.execute(q)
  return rows.length > 0
}

export async function moveClip(
  { q }: Source,
  id: string,
  from: readonly ClipState[],
  to: ClipState,
): Promise<boolean> {
  const { rows } = await sql`update clips set state = ${to}, progress = 0, problem = null, run = run + 1
    where id = ${id} and state = any(${from}) returning 1`.execute(q)
  return rows.length > 0
}

/** Takes the work up; a number for this time. `null`: there is nothing to do, or its master is not ready. */
export async function beginClipRun({ q }: Source, id: string): Promise<number | null> {
  const { rows } = await sql<{ run: number }>`
    update clips set state = 'processing', progress = 0, problem = null, run = run + 1
    where id = ${id} and state in ('queued', 'processing')
      and exists (select from masters m where m.id = master_id and m.state = 'ready') returning run`.execute(
    q,
  )
  return rows[0]?.run ?? null
}

// Each of these answers `false` where the work is another's by now, or was cancelled.

export async function writeClipProgress(
  { q }: Source,
  id: string,
  run: number,
  progress: number,
): Promise<boolean> {
  const { rows } = await sql`update clips set progress = ${progress}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export async function writeClipFailed(
  { q }: Source,
  id: string,
  run: number,
  problem: string,
): Promise<boolean> {
  const { rows } = await sql`update clips set state = 'failed', progress = 0, problem = ${problem}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export interface ClipMade {
  poster: string
  posterMadeMs: number
  cutInMs: number
  cutOutMs: number
  durationMs: number
}

export async function writeClipReady(
  { q }: Source,
  id: string,
  run: number,
  made: ClipMade,
): Promise<boolean> {
  const { rows } = await sql`
    update clips set state = 'ready', progress = 1, problem = null, poster = ${made.poster}, poster_made_ms = ${made.posterMadeMs},
      cut_in_ms = ${made.cutInMs}, cut_out_ms = ${made.cutOutMs}, duration_ms = ${made.durationMs}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export async function writeCaptions(
  { q }: Source,
  id: string,
  captions: { sha256: string; text: string } | null,
): Promise<void> {
  await sql`update clips set captions = ${captions?.text ?? null}, captions_sha256 = ${captions?.sha256 ?? null}
    where id = ${id}`.execute(q)
}

/** Of a clip that readers can play; captions of one that was never ready are nobody's yet. */
export async function readCaptions({ q }: Source, sha256: string): Promise<string | null> {
  const { rows } = await sql<{ captions: string }>`
    select captions from clips c where captions_sha256 = ${sha256}
      and exists (select from clip_sizes s where s.clip_id = c.id) limit 1`.execute(q)
  return rows[0]?.captions ?? null
}

export async function deleteClipRow({ q }: Source, id: string, basedOn: number): Promise<boolean> {
  const { rows } =
    await sql`delete from clips where id = ${id} and revision = ${basedOn} returning 1`.execute(q)
  return rows.length > 0
}

export async function clipsWithPoster(
  { q }: Source,
  pictureId: string,
): Promise<{ masterId: string; title: string }[]> {
  const { rows } = await sql<{ masterId: string; title: string }>`
    select master_id as "masterId", title from clips where poster = ${pictureId} order by id limit 20`.execute(
    q,
  )
  return rows
}
