import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { encodingFor } from './page-door.ts'

const DIST = join(import.meta.dirname, '../../../dist')
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

interface Manifest {
  [source: string]: { file: string; css?: string[]; imports?: string[] }
}

let manifest: Manifest | undefined

/** The manifests of all builds as one; empty where the browser code was not built, as in unit tests. */
function readManifest(): Manifest {
  if (manifest || !existsSync(DIST)) return manifest ?? {}
  const names = readdirSync(DIST).filter((name) => /^manifest\.\w+\.json$/.test(name))
  const parts = names.map((name) => JSON.parse(readFileSync(join(DIST, name), 'utf8')) as Manifest)
  return (manifest = Object.assign({}, ...parts) as Manifest)
}

/** The address of a built browser file, by its source: `asset('src/site/client/main.ts')`. */
export const asset = (source: string): string =>
  `/${readManifest()[source]?.file ?? `assets/not-built/${source}`}`

/** The style sheets that a built entry brings. */
export const assetStyles = (source: string): string[] =>
  (readManifest()[source]?.css ?? []).map((file) => `/${file}`)

interface Held {
  identity: Buffer
  br: Buffer
  gzip: Buffer
  type: string
}

const held = new Map<string, Held>()

async function load(name: string): Promise<Held | null> {
  const known = held.get(name)
  if (known) return known
  const type = TYPES[extname(name)]
  if (!type || !/^[\w.-]+$/.test(name)) return null
  const identity = await readFile(join(DIST, 'assets', name)).catch(() => null)
  if (!identity) return null
  const packed = type.startsWith('text/') || type.includes('svg')
  const file = {
    identity,
    type,
    br: packed ? brotliCompressSync(identity) : identity,
    gzip: packed ? gzipSync(identity, { level: 9 }) : identity,
  }
  held.set(name, file)
  return file
}

/** `GET /assets/<name>`: names carry a hash of their content, so they never change. */
export async function assetsDoor(request: Request, name: string): Promise<Response> {
  const file = await load(name)
  if (!file) return new Response('Not found', { status: 404 })
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? undefined)
  const body = file[encoding]
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
  if (body !== file.identity) headers.set('content-encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers })
}
