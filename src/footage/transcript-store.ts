import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { Cue, Transcript } from './wire.ts'

const COLUMNS = sql`master_id as "masterId", revision, language, cues`

export async function readTranscript({ q }: Source, masterId: string): Promise<Transcript | null> {
  const { rows } = await sql<Transcript>`
    select ${COLUMNS} from transcripts where master_id = ${masterId}`.execute(q)
  return rows[0] ?? null
}

/** The transcripts of these masters, by master. */
export async function readTranscripts(
  { q }: Source,
  masterIds: readonly string[],
): Promise<Map<string, Transcript>> {
  if (masterIds.length === 0) return new Map()
  const { rows } = await sql<Transcript>`
    select ${COLUMNS} from transcripts where master_id = any(${masterIds}::uuid[])`.execute(q)
  return new Map(rows.map((row) => [row.masterId, row]))
}

export async function putTranscript(
  { q }: Source,
  masterId: string,
  { language, cues }: { language: string; cues: readonly Cue[] },
): Promise<void> {
  await sql`insert into transcripts (master_id, language, cues) values (${masterId}, ${language}, ${JSON.stringify(cues)}::jsonb)
    on conflict (master_id) do update
      set language = excluded.language, cues = excluded.cues, revision = transcripts.revision + 1`.execute(q)
}

/** `false`: it has another revision by now. */
export async function writeTranscript(
  { q }: Source,
  masterId: string,
  basedOn: number,
  { language, cues }: { language: string; cues: readonly Cue[] },
): Promise<boolean> {
  const { rows } = await sql`
    update transcripts set language = ${language}, cues = ${JSON.stringify(cues)}::jsonb, revision = revision + 1
    where master_id = ${masterId} and revision = ${basedOn} returning 1`.execute(q)
  return rows.length > 0
}

export async function deleteTranscript({ q }: Source, masterId: string): Promise<boolean> {
  const { rows } = await sql`delete from transcripts where master_id = ${masterId} returning 1`.execute(q)
  return rows.length > 0
}
