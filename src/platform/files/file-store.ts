import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../http/problem.ts'
import { FilePieces } from './file-pieces.ts'

export type FileSource = Uint8Array | AsyncIterable<Uint8Array>

export interface StoredFile {
  sha256: string
  bytes: number
}

/** A file that has arrived but is not yet kept: looked at first, then kept or discarded. */
export interface ReceivedFile extends StoredFile {
  readonly path: string
  keep(): Promise<StoredFile>
  discard(): Promise<void>
}

const SHA256 = /^[0-9a-f]{64}$/
const DERIVED_NAME = /^\w[\w.-]{0,99}$/
/** A temporary file of a process that was killed is older than any upload takes. */
const ABANDONED_MS = 24 * 3600 * 1000

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && FULL.has(String(error.code))

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Files under their SHA-256, so that what is kept never changes; what is made from them stands beside, under `derived`. */
export class FileStore {
  readonly #folder: string
  readonly #open: typeof open
  readonly pieces = new FilePieces()

  /** `openFile` stands for the disk, so that tests can give a full one. */
  constructor(folder: string, openFile: typeof open = open) {
    this.#folder = folder
    this.#open = openFile
  }

  /** Where a kept file lies. Only a hash makes a path here: no name from outside ever does. */
  path(sha256: string): string {
    return join(this.#folder, 'originals', checkedHash(sha256).slice(0, 2), sha256)
  }

  derivedPath(sha256: string, name: string): string {
    if (!DERIVED_NAME.test(name)) throw new Error(`"${name}" cannot be the name of a derived file.`)
    return join(this.#derivedFolder(sha256), name)
  }

  async put(source: FileSource, limits: { maxBytes: number }): Promise<StoredFile> {
    return (await this.receive(source, limits)).keep()
  }

  /** Writes what comes into a temporary file. More than `maxBytes`, a full disk or a broken stream leave nothing behind. */
  async receive(source: FileSource, { maxBytes }: { maxBytes: number }): Promise<ReceivedFile> {
    const path = await this.#temporaryPath()
    try {
      const stored = await this.#write(path, source, maxBytes)
      const keep = async (): Promise<StoredFile> => {
        await this.#moveInto(path, this.path(stored.sha256))
        return stored
      }
      return { ...stored, path, keep, discard: () => rm(path, { force: true }) }
    } catch (error) {
      await rm(path, { force: true })
      throw refusalFor(error)
    }
  }

  /** Counts and hashes a file of this disk without holding it in memory. */
  async hash(path: string, signal?: AbortSignal): Promise<StoredFile> {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
      bytes += (chunk as Buffer).byteLength
      hash.update(chunk as Buffer)
    }
    return { sha256: hash.digest('hex'), bytes }
  }

  /** Moves a file of this disk, whose hash was just taken, into the store: nothing is copied. */
  async adopt(path: string, sha256: string): Promise<void> {
    try {
      await syncFile(path)
      await this.#moveInto(path, this.path(sha256))
    } catch (error) {
      throw refusalFor(error)
    }
  }

  /** The derived file's path, made first if it is not there: `make` fills a temporary file, which then takes the name. */
  async derive(sha256: string, name: string, make: (path: string) => Promise<void>): Promise<string> {
    const target = this.derivedPath(sha256, name)
    if (await exists(target)) return target
    const path = await this.#temporaryPath()
    try {
      await make(path)
      await syncFile(path)
      await this.#moveInto(path, target)
      return target
    } catch (error) {
      await rm(path, { force: true })
      throw refusalFor(error)
    }
  }

  has(sha256: string): Promise<boolean> {
    return exists(this.path(sha256))
  }

  read(sha256: string): Promise<Buffer> {
    return readFile(this.path(sha256))
  }

  openStream(sha256: string): ReadStream {
    return createReadStream(this.path(sha256))
  }

  /** Removes a file and all that was made from it. */
  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true })
    await rm(this.#derivedFolder(sha256), { recursive: true, force: true })
  }

  /** The hashes of all kept files. */
  async *list(): AsyncGenerator<string> {
    const originals = join(this.#folder, 'originals')
    for (const part of (await namesIn(originals)).sort())
      for (const name of (await namesIn(join(originals, part))).sort()) if (SHA256.test(name)) yield name
  }

  /** Removes what killed processes left half-written. */
  async sweep(now = Date.now()): Promise<void> {
    const folder = join(this.#folder, 'arriving')
    for (const name of await namesIn(folder)) {
      const path = join(folder, name)
      const found = await stat(path).catch(() => null)
      if (found && now - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true })
    }
  }

  #derivedFolder(sha256: string): string {
    return join(this.#folder, 'derived', checkedHash(sha256).slice(0, 2), sha256)
  }

  async #temporaryPath(): Promise<string> {
    const folder = join(this.#folder, 'arriving')
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw refusalFor(error)
    })
    return join(folder, randomUUID())
  }

  async #write(path: string, source: FileSource, maxBytes: number): Promise<StoredFile> {
    const file = await this.#open(path, 'wx')
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        bytes += chunk.byteLength
        if (bytes > maxBytes)
          throw new Refusal('too-large', `A file may have at most ${maxBytes / 1_000_000} MB.`, { maxBytes })
        hash.update(chunk)
        await writeAll(file, chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return { sha256: hash.digest('hex'), bytes }
  }

  /** The rename is durable once the folder is synced too. */
  async #moveInto(path: string, target: string): Promise<void> {
    const folder = dirname(target)
    await mkdir(folder, { recursive: true })
    await rename(path, target)
    await syncFile(folder)
  }
}

function checkedHash(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('A file is named by its SHA-256 in hexadecimal.')
  return sha256
}

function refusalFor(error: unknown): unknown {
  if (!isDiskFull(error)) return error
  return new Refusal(
    'storage-full',
    'The disk of the files is full. Nothing was kept: free some space, then try again.',
  )
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength;) {
    const { bytesWritten } = await file.write(chunk, done)
    done += bytesWritten
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
