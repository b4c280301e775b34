import { sql } from 'kysely'
import type { Platform } from '../../src/platform/platform.ts'

interface ClipRow {
  title?: string
  before?: string
  warning?: { says: string; why: string } | null
  /** Milliseconds. */
  durationMs?: number
  /** A picture's id. */
  poster?: string | null
  isReady?: boolean
  cues?: { fromMs: number; toMs: number; speaker: string; text: string }[]
  /** One hexadecimal digit that its files' hashes begin with, to tell clips apart. */
  digit?: string
  /** Where its files are there: their hashes. */
  files?: { width: number; height: number; sha256: string }[]
  captions?: { sha256: string; text: string }
}

/** A clip as it stands in the database once it is cut. */
export async function clipRow(p: Platform, row: ClipRow = {}): Promise<string> {
  const { title = 'Row four', before = '', warning = null, durationMs = 31_000, poster = null } = row
  const { isReady = true, cues = [], digit = 'b', captions } = row
  const invented = [
    { width: 640, height: 360, sha256: `${digit.repeat(61)}360` },
    { width: 1280, height: 720, sha256: `${digit.repeat(61)}720` },
  ]
  const files = isReady ? (row.files ?? invented) : []
  const provenance = {
    releasedBy: { value: 'Fenwick County', public: true },
    releasedOn: { value: '2026-11-21', public: true },
    sourceUrl: { value: 'https://records.example/24-118', public: false },
    receivedOn: { value: null, public: true },
    checksum: { value: '', public: true },
    notes: { value: 'From a clerk who asked not to be named', public: false },
  }
  const master = await sql<{ id: string }>`
    insert into masters (name, state, sha256, duration_ms, width, height, video_stream, provenance)
    values ('rink.mp4', 'ready', ${digit.repeat(63) + '0'}, ${durationMs}, 1280, 720, 0, ${JSON.stringify(provenance)}::jsonb)
    returning id`.execute(p.q)
  const masterId = idOf(master)
  const clip = await sql<{ id: string }>`
    insert into clips (master_id, title, before, in_ms, out_ms, warning_says, warning_why, poster_ms, poster, cut_in_ms,
      cut_out_ms, duration_ms, state)
    values (${masterId}, ${title}, ${before}, 0, ${durationMs}, ${warning?.says ?? null}, ${warning?.why ?? null}, 0, ${poster}, 0,
      ${durationMs}, ${durationMs}, ${isReady ? 'ready' : 'queued'}) returning id`.execute(p.q)
  const id = idOf(clip)
  for (const { width, height, sha256 } of files)
    await sql`insert into clip_sizes (clip_id, sha256, width, height, bytes)
      values (${id}, ${sha256}, ${width}, ${height}, 1000)`.execute(p.q)
  if (captions)
    await sql`update clips set captions = ${captions.text}, captions_sha256 = ${captions.sha256} where id = ${id}`.execute(
      p.q,
    )
  if (cues.length > 0)
    await sql`insert into transcripts (master_id, language, cues)
      values (${masterId}, 'en', ${JSON.stringify(cues.map((cue, i) => ({ id: `c${i}`, ...cue })))}::jsonb)`.execute(
      p.q,
    )
  return id
}

function idOf({ rows }: { rows: { id: string }[] }): string {
  if (!rows[0]) throw new Error('Nothing was inserted.')
  return rows[0].id
}
