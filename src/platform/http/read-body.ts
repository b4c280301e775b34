import { Refusal } from './problem.ts'

/** Reads at most `maxBytes` of a body; more is refused without reading the rest. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = (): Refusal =>
    new Refusal('too-large', `The body may have at most ${maxBytes} bytes.`, { maxBytes })
  const told = request.headers.get('content-length')
  if (told !== null && Number(told) > maxBytes) throw tooLarge()
  // No more arrives than was told, and a whole body is had for much less than one that streams.
  if (told !== null) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const SURROGATE = /\\u[dD][89a-fA-F]/
/** Half of an emoji, cut off by whoever pasted it, is no character: PostgreSQL's JSON refuses it. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

function parse(text: string): unknown {
  try {
    return JSON.parse(text, SURROGATE.test(text) ? wellFormed : undefined)
  } catch {
    throw new Refusal('invalid', 'The body is not valid JSON.')
  }
}

/** Nothing of ours is half as deep, and whatever walks through a body does so on a stack that ends. */
const MAX_DEPTH = 64
const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each)))

export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes)
  if (bytes.byteLength === 0) return undefined
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.-]+\+)?json\b/.test(type))
    throw new Refusal('unsupported-type', 'Send the body as JSON, with Content-Type: application/json.')
  const text = new TextDecoder().decode(bytes)
  // PostgreSQL's text cannot hold NUL, and region markers rely on that.
  if (text.includes('\\u0000') || text.includes('\u0000'))
    throw new Refusal('invalid', 'The body contains a NUL character. Remove it.')
  const value = parse(text)
  if (isDeeperThan(MAX_DEPTH, value))
    throw new Refusal('invalid', `The body is nested more than ${MAX_DEPTH} levels deep.`)
  return value
}
