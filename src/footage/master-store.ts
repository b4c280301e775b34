import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { MasterState, Provenance } from './wire.ts'

export interface StoredMaster {
  id: string
  revision: number
  name: string
  state: MasterState
  progress: number
  problem: string | null
  sha256: string | null
  bytes: number
  durationMs: number | null
  width: number | null
  height: number | null
  hasAudio: boolean
  videoStream: number | null
  audioStream: number | null
  isFast: boolean
  previewSha256: string | null
  provenance: Provenance
  run: number
  addedBy: string | null
  createdAt: Date
  hasTranscript: boolean
  clipCount: number
}

const COLUMNS = sql`m.id, m.revision, m.name, m.state, m.progress, m.problem, m.sha256, m.bytes,
  m.duration_ms as "durationMs", m.width, m.height, m.has_audio as "hasAudio", m.video_stream as "videoStream",
  m.audio_stream as "audioStream", m.is_fast as "isFast", m.preview_sha256 as "previewSha256", m.provenance, m.run, m.added_by as "addedBy",
  m.created_at as "createdAt", exists (select from transcripts t where t.master_id = m.id) as "hasTranscript",
  (select count(*) from clips c where c.master_id = m.id) as "clipCount"`

export async function readMaster({ q }: Source, id: string): Promise<StoredMaster | null> {
  const { rows } = await sql<StoredMaster>`select ${COLUMNS} from masters m where m.id = ${id}`.execute(q)
  return rows[0] ?? null
}

/** Nobody else changes it, nor adds clips to it, before this transaction ends. */
export async function lockMaster({ q }: Source, id: string): Promise<StoredMaster | null> {
  await sql`select from masters where id = ${id} for update`.execute(q)
  return readMaster({ q }, id)
}

export async function readMasterByHash({ q }: Source, sha256: string): Promise<StoredMaster | null> {
  const { rows } = await sql<StoredMaster>`
    select ${COLUMNS} from masters m where m.sha256 = ${sha256}`.execute(q)
  return rows[0] ?? null
}

/** Newest first. `text`: words that begin words of the name. */
export async function listMasterRows(
  { q }: Source,
  { text, before, limit }: { text: string; before: string | null; limit: number },
): Promise<StoredMaster[]> {
  const { rows } = await sql<StoredMaster>`select ${COLUMNS} from masters m
    where (${before}::uuid is null or m.id < ${before}::uuid)
      and ${matching(text)}
    order by m.id desc limit ${limit}`.execute(q)
  return rows
}

/** Words of `words` that begin with those of the text; every row for a text without any. */
export function matching(text: string) {
  const prefixes = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ')
  return prefixes === '' ? sql`true` : sql`words @@ to_tsquery('simple', ${prefixes})`
}

export async function insertMaster(
  { q }: Source,
  master: Pick<StoredMaster, 'name' | 'state' | 'bytes' | 'provenance' | 'addedBy'>,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into masters (name, state, bytes, provenance, added_by)
    values (${master.name}, ${master.state}, ${master.bytes}, ${JSON.stringify(master.provenance)}::jsonb, ${master.addedBy})
    returning id`.execute(q)
  const row = rows[0]
  if (!row) throw new Error('A master was not inserted.')
  return row.id
}

/** `false`: it has another revision by now, or is gone. */
export async function writeMasterWords(
  { q }: Source,
  id: string,
  basedOn: number,
  { name, provenance }: Pick<StoredMaster, 'name' | 'provenance'>,
): Promise<boolean> {
  const { rows } = await sql`update masters
    set name = ${name}, provenance = ${JSON.stringify(provenance)}::jsonb, revision = revision + 1
    where id = ${id} and revision = ${basedOn} returning 1`.execute(q)
  return rows.length > 0
}

/** Moves it to another state if it is in one of these; whoever works on it finds out at its next sign of life. */
export async function moveMaster(
  { q }: Source,
  id: string,
  from: readonly MasterState[],
  to: MasterState,
  problem: string | null = null,
): Promise<boolean> {
  const { rows } =
    await sql`update masters set state = ${to}, progress = 0, problem = ${problem}, run = run + 1
    where id = ${id} and state = any(${from}) returning 1`.execute(q)
  return rows.length > 0
}

export async function writeUploadProgress({ q }: Source, id: string, progress: number): Promise<boolean> {
  const { rows } = await sql`update masters set progress = ${progress}
    where id = ${id} and state = 'uploading' returning 1`.execute(q)
  return rows.length > 0
}

/** Takes the work up; a number for this time. `null`: there is nothing to do. */
export async function beginMasterRun({ q }: Source, id: string): Promise<number | null> {
  const { rows } = await sql<{
    run: number
  }>`update masters set state = 'processing', progress = 0, problem = null, run = run + 1
    where id = ${id} and state in ('queued', 'processing') returning run`.execute(q)
  return rows[0]?.run ?? null
}

// Each of these answers `false` where the work is another's by now, or was cancelled.

export async function writeMasterProgress(
  { q }: Source,
  id: string,
  run: number,
  progress: number,
): Promise<boolean> {
  const { rows } = await sql`update masters set progress = ${progress}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export async function writeMasterHash(
  { q }: Source,
  id: string,
  run: number,
  { sha256, bytes }: { sha256: string; bytes: number },
): Promise<boolean> {
  const { rows } = await sql`update masters set sha256 = ${sha256}, bytes = ${bytes}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export type MasterFacts = Pick<
  StoredMaster,
  'durationMs' | 'width' | 'height' | 'hasAudio' | 'videoStream' | 'audioStream' | 'isFast' | 'previewSha256'
>

export async function writeMasterReady(
  { q }: Source,
  id: string,
  run: number,
  facts: MasterFacts,
): Promise<boolean> {
  const { rows } = await sql`update masters set state = 'ready', progress = 1, problem = null,
      duration_ms = ${facts.durationMs}, width = ${facts.width}, height = ${facts.height}, has_audio = ${facts.hasAudio},
      video_stream = ${facts.videoStream}, audio_stream = ${facts.audioStream}, is_fast = ${facts.isFast}, preview_sha256 = ${facts.previewSha256}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export async function writeMasterFailed(
  { q }: Source,
  id: string,
  run: number,
  problem: string,
): Promise<boolean> {
  const { rows } = await sql`update masters set state = 'failed', progress = 0, problem = ${problem}
    where id = ${id} and run = ${run} and state = 'processing' returning 1`.execute(q)
  return rows.length > 0
}

export async function deleteMasterRow({ q }: Source, id: string): Promise<void> {
  await sql`delete from masters where id = ${id}`.execute(q)
}
