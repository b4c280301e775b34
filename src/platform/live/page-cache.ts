import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { formatPosition, type Position } from '../log/position.ts'
import type { Composed, Derived, Entry } from './derived.ts'
import { fillRegions, regionsWithin } from './nested.ts'
import type { RenderedRegion } from './regions.ts'

/** A page as its template made it: region markers still in it, and no position yet. */
export interface PageSkeleton {
  status: number
  headers: Record<string, string>
  markup: string
}

export type Encoding = 'br' | 'gzip' | 'identity'

/** A page ready to be sent. `bodies` holds the encodings asked for so far. */
export interface ComposedPage extends Composed {
  status: number
  headers: Record<string, string>
  /** The topics that it was made from, for a cache in front that can drop pages by them. */
  surrogateKey: string
  etag: string
  identity: Buffer
  bodies: Partial<Record<Encoding, Buffer>>
  /** The header lines that go with each body, name before value, made at the first sending. */
  heads: Partial<Record<Encoding, string[]>>
  /** In milliseconds since 1970, on the database's clock. */
  expires: number
  parts: readonly Entry<unknown>[]
}

/** Where the page says at which position it was rendered. */
export const POSITION_MARK = '@@position@@'

/** Proxies refuse longer header lines. */
const MAX_SURROGATE_KEYS = 150

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? deflate(body, { level: 6 }) : body
}

const isKept = ({ kept }: Entry<unknown>): boolean => kept

const oldest = (positions: Position[]): Position => positions.reduce((a, b) => (b.id < a.id ? b : a))

const soonest = (parts: readonly Entry<unknown>[]): number =>
  Math.min(...parts.map(({ expires }) => expires?.getTime() ?? Infinity))

/** Pages held composed and compressed. A changed region costs a concatenation and a compression, no query. */
export class PageCache {
  readonly #skeletons: Derived<PageSkeleton>
  readonly #regions: Derived<RenderedRegion>
  readonly #composed = new Map<string, ComposedPage>()
  #bytes = 0
  readonly #maxBytes: number

  constructor(skeletons: Derived<PageSkeleton>, regions: Derived<RenderedRegion>, maxBytes: number) {
    this.#skeletons = skeletons
    this.#regions = regions
    this.#maxBytes = maxBytes
  }

  /** The page of this key, if it is held and holds still. */
  peek(key: string, encoding: Encoding, nowMs: number): ComposedPage | undefined {
    const page = this.#composed.get(key)
    return page?.bodies[encoding] && nowMs < page.expires ? page : undefined
  }

  async get(key: string, encoding: Encoding): Promise<ComposedPage> {
    const skeleton = await this.#skeletons.get(key)
    const regions = await regionsWithin(this.#regions, skeleton.value.markup)
    const parts: Entry<unknown>[] = [skeleton, ...regions.values()]
    const held = this.#composed.get(key)
    const current =
      held && held.parts.length === parts.length && held.parts.every((part, i) => part === parts[i])
    const page = current ? held : this.#compose(key, skeleton, regions)
    page.bodies[encoding] ??= await compress(page.identity, encoding)
    // Kept only while its parts are: a part that changed meanwhile has dropped out of its own cache.
    if (parts.every(isKept)) this.#keep(key, page)
    return page
  }

  #compose(
    key: string,
    skeleton: Entry<PageSkeleton>,
    regions: ReadonlyMap<string, Entry<RenderedRegion>>,
  ): ComposedPage {
    const parts = [skeleton, ...regions.values()]
    const position = formatPosition(oldest(parts.map((part) => part.position)))
    const markup = fillRegions(skeleton.value.markup, regions)
    const identity = Buffer.from(markup.replaceAll(POSITION_MARK, position))
    const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
    const { status, headers } = skeleton.value
    const topics = new Set(parts.flatMap((part) => [...part.topics]))
    return {
      status,
      headers,
      surrogateKey: [...topics].slice(0, MAX_SURROGATE_KEYS).join(' '),
      etag,
      identity,
      bodies: { identity },
      heads: {},
      expires: soonest(parts),
      parts,
      outOfDate: () => this.#remove(key),
    }
  }

  #keep(key: string, page: ComposedPage): void {
    this.#remove(key)
    this.#composed.set(key, page)
    this.#bytes += weigh(page)
    for (const { wholes } of page.parts) wholes.add(page)
    for (const [oldKey] of this.#composed) {
      if (this.#bytes <= this.#maxBytes || oldKey === key) return
      this.#remove(oldKey)
    }
  }

  #remove(key: string): void {
    const page = this.#composed.get(key)
    if (!page) return
    this.#composed.delete(key)
    this.#bytes -= weigh(page)
    for (const { wholes } of page.parts) wholes.delete(page)
  }
}

// Weighed as if all encodings were held, so that adding one later needs no bookkeeping.
const weigh = (page: ComposedPage): number => page.identity.length * 2 + 1000
