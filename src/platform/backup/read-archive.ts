import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Extract, extract, type Header } from 'tar-stream'
import { BackupProblem, END, type EntryName, MANIFEST, parseEntryName } from './archive-format.ts'

/** Pictures hardly shrink and tables shrink tenfold; what grows a hundredfold was made to fill a disk. */
const MOST_GROWTH = 100
const FREE_GROWTH_BYTES = 20_000_000
const MOST_TEXT_BYTES = 2_000_000

export type ArchiveContent = AsyncIterable<Uint8Array>
export type ArchiveEntry = EntryName & { content: ArchiveContent }

/** The entries of an archive in its order; whatever does not belong into one is refused when it is met. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new BackupProblem(`There is no archive ${path}.`)
  const entries = extract()
  const fed = feed(path, found.size * MOST_GROWTH + FREE_GROWTH_BYTES, entries)
  const seen = new Set<string>()
  try {
    for await (const content of entries)
      yield { ...checkHeader(content.header, seen), content: content as ArchiveContent }
  } finally {
    entries.destroy()
    await fed
  }
  if (!seen.has(END))
    throw new BackupProblem(`${path} was cut off: its end is missing. Nothing was restored.`)
}

/** Unzips into `entries`; a failure reaches whoever reads those. */
async function feed(path: string, mostBytes: number, entries: Extract): Promise<void> {
  const write = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (bytes > mostBytes)
        throw new BackupProblem('The archive unpacks to far more than it could honestly hold.')
      if (entries.destroyed) return
      if (!entries.write(chunk)) await drained(entries)
    }
    entries.end(null)
  }
  await pipeline(createReadStream(path), createGunzip(), write).catch((error: unknown) => {
    entries.destroy(error instanceof Error ? error : new Error(String(error)))
  })
}

const drained = (entries: Extract): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      entries.off('drain', done)
      entries.off('close', done)
      resolve()
    }
    entries.on('drain', done)
    entries.on('close', done)
  })

export async function readText(content: ArchiveContent): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.byteLength
    if (bytes > MOST_TEXT_BYTES) throw new BackupProblem('The description in the archive is too large.')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function checkHeader(header: Header, seen: Set<string>): EntryName {
  const shown = JSON.stringify(header.name.slice(0, 200))
  if (header.type !== 'file')
    throw new BackupProblem(`The archive holds a ${header.type} (${shown}); only files belong into one.`)
  const name = parseEntryName(header.name)
  if (!name) throw new BackupProblem(`The archive holds ${shown}, which does not belong into one.`)
  if (seen.has(header.name)) throw new BackupProblem(`The archive holds ${shown} twice.`)
  if (seen.size === 0 && header.name !== MANIFEST)
    throw new BackupProblem(`The archive does not begin with ${MANIFEST}: it is not one of Pressbox.`)
  if (seen.has(END)) throw new BackupProblem(`The archive goes on after its end with ${shown}.`)
  seen.add(header.name)
  return name
}

/** Errors of unzipping and untarring, as opposed to those of the disk or of the database. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^(Z_|ERR_STREAM_PREMATURE_CLOSE)/.test(String(error.code))) ||
    /tar header|Unexpected end of data|Invalid tar|Stream was destroyed/i.test(error.message))
