import { open } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'

const PIECE_BYTES = 256 * 1024
const MAX_BYTES = 32 * 1024 * 1024

/** Both ends are in it. */
export interface Span {
  start: number
  end: number
}

/** Pieces of files that never change, kept while they are asked for: what hundreds watch is read from the disk once. */
export class FilePieces {
  /** The latest asked for last. */
  readonly #kept = new Map<string, Promise<Buffer>>()

  /** The bytes of the span, at the pace at which they are taken. */
  stream(path: string, { start, end }: Span): ReadableStream<Uint8Array> {
    let at = start
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      // Pages that wait come between two pieces.
      if (at > start) await nextTurn()
      const piece = await this.#piece(path, Math.floor(at / PIECE_BYTES))
      const bytes = piece.subarray(at % PIECE_BYTES, (at % PIECE_BYTES) + end + 1 - at)
      if (bytes.length === 0) throw new Error(`${path} ends before byte ${at}.`)
      controller.enqueue(bytes)
      at += bytes.length
      if (at > end) controller.close()
    }
    return new ReadableStream({ pull }, { highWaterMark: 0 })
  }

  #piece(path: string, index: number): Promise<Buffer> {
    const key = `${index} ${path}`
    const piece = this.#kept.get(key) ?? readPiece(path, index)
    this.#kept.delete(key)
    this.#kept.set(key, piece)
    piece.catch(() => this.#kept.delete(key))
    if (this.#kept.size > MAX_BYTES / PIECE_BYTES) this.#dropOldest()
    return piece
  }

  #dropOldest(): void {
    for (const key of this.#kept.keys()) return void this.#kept.delete(key)
  }
}

async function readPiece(path: string, index: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.allocUnsafeSlow(PIECE_BYTES),
      position: index * PIECE_BYTES,
    })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
