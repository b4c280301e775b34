import { type LookupAddress } from 'node:dns'
import { lookup as resolveName } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher, request } from 'undici'
import { Refusal } from '../http/problem.ts'
import { isPublicAddress } from './public-address.ts'

export interface FetchLimits {
  /** Accepted media types without parameters, such as `application/json` or `image/*`. */
  accept: readonly string[]
  maxBytes: number
  /** For everything: names, connections, redirects and the last byte. */
  timeoutMs?: number
  /** Hosts that may be asked, also after a redirect; left out: every public one. */
  hosts?: readonly string[]
}

export interface Fetched {
  /** Where it came from in the end. */
  url: string
  contentType: string
  bytes: Uint8Array
}

export interface OutboundRules {
  /** Tests let in their own servers; nothing else should. */
  isAllowed(address: string): boolean
  resolve(host: string): Promise<LookupAddress[]>
}

const MAX_REDIRECTS = 4
const TIMEOUT_MS = 10_000
const REDIRECTS = new Set([301, 302, 303, 307, 308])

const RULES: OutboundRules = {
  isAllowed: isPublicAddress,
  resolve: (host) => resolveName(host, { all: true, verbatim: true }),
}

const refuse = (sentence: string): Refusal => new Refusal('unprocessable', sentence)
const notPublic = (host: string): Refusal =>
  refuse(`${host} is not an address of the public internet. Only such ones are fetched.`)

/** Fetches what people name: public hosts only, little of it, and not for long. */
export class OutboundFetcher {
  readonly #rules: OutboundRules

  constructor(rules: Partial<OutboundRules> = {}) {
    this.#rules = { ...RULES, ...rules }
  }

  async get(address: string, limits: FetchLimits): Promise<Fetched> {
    const signal = AbortSignal.timeout(limits.timeoutMs ?? TIMEOUT_MS)
    // The one place where names become addresses: what was checked here is what is connected to.
    const dispatcher = new Agent({ connect: { lookup: this.#lookup }, maxHeaderSize: 16_384 })
    try {
      return await this.#follow(address, limits, { dispatcher, signal })
    } catch (error) {
      throw explain(error, signal, hostOf(address))
    } finally {
      await dispatcher.destroy()
    }
  }

  async #follow(
    address: string,
    limits: FetchLimits,
    connection: { dispatcher: Agent; signal: AbortSignal },
  ): Promise<Fetched> {
    let url = this.#check(address, limits)
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await request(url, {
        ...connection,
        headers: {
          accept: limits.accept.join(', '),
          'accept-encoding': 'identity',
          'user-agent': 'Pressbox',
        },
      })
      if (!REDIRECTS.has(response.statusCode)) return readAnswer(url, response, limits)
      response.body.on('error', () => undefined).destroy()
      const { location } = response.headers
      if (typeof location !== 'string') throw refuse(`${url.host} answered with a redirect to nowhere.`)
      url = this.#check(new URL(location, url).href, limits)
    }
    throw refuse(`${url.host} redirects more than ${MAX_REDIRECTS} times.`)
  }

  /** `URL` reads decimal, octal and short forms of IPv4 as what they stand for. */
  #check(address: string, { hosts }: FetchLimits): URL {
    if (!URL.canParse(address)) throw refuse('This is not an address. It must begin with https://.')
    const url = new URL(address)
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw refuse('Only http and https addresses are fetched.')
    if (url.username !== '' || url.password !== '') throw refuse('The address may not carry a password.')
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
    if (isIP(host) !== 0 && !this.#rules.isAllowed(host)) throw notPublic(host)
    if (hosts && !hosts.includes(url.host))
      throw refuse(`${url.host} is not one of the hosts that are asked.`)
    return url
  }

  #lookup: LookupFunction = (host, options, callback) => {
    void this.#answerLookup(host, options.all === true, callback)
  }

  async #answerLookup(host: string, all: boolean, callback: Parameters<LookupFunction>[2]): Promise<void> {
    const found = await this.#checkedAddresses(host)
    if (found instanceof Refusal) callback(found, '')
    else if (all) callback(null, found)
    else callback(null, found[0].address, found[0].family)
  }

  async #checkedAddresses(host: string): Promise<[LookupAddress, ...LookupAddress[]] | Refusal> {
    const addresses = await this.#rules.resolve(host).catch(() => null)
    if (!addresses) return refuse(`There is no host named ${host}.`)
    // One private address among public ones is how a name is made to lead inside.
    const [first, ...others] = addresses
    if (!first || addresses.some(({ address }) => !this.#rules.isAllowed(address))) return notPublic(host)
    return [first, ...others]
  }
}

async function readAnswer(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { accept, maxBytes }: FetchLimits,
): Promise<Fetched> {
  // Whatever is left of the body goes with the connection; its end is no error of ours.
  const abandon = (sentence: string): Refusal => {
    body.on('error', () => undefined).destroy()
    return refuse(sentence)
  }
  if (statusCode !== 200) throw abandon(`${url.host} answered with ${statusCode}.`)
  const contentType = String(headers['content-type'] ?? '')
    .split(';', 1)
    .join('')
    .trim()
    .toLowerCase()
  if (!accept.some((wanted) => wanted === contentType || wanted === contentType.replace(/\/.*$/, '/*')))
    throw abandon(
      `${url.host} sent ${contentType || 'something without a type'}, not ${accept.join(' or ')}.`,
    )
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    throw abandon(`${url.host} sent its answer compressed although asked not to.`)
  const tooLarge = `What ${url.host} sends is larger than ${maxBytes / 1_000_000} MB.`
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw abandon(tooLarge)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw abandon(tooLarge)
    chunks.push(chunk)
  }
  return { url: url.href, contentType, bytes: Buffer.concat(chunks) }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'The host')

function explain(error: unknown, signal: AbortSignal, host: string): unknown {
  if (error instanceof Refusal) return error
  if (signal.aborted) return refuse(`${host} took too long to answer.`)
  if (error instanceof Error) return refuse(`${host} could not be fetched: ${reasonOf(error)}.`)
  return error
}

const reasonOf = (error: Error): string => ('code' in error ? String(error.code) : error.message)
