import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OutboundFetcher } from './outbound-fetcher.ts'
import { isPublicAddress } from './public-address.ts'

let server: Server
let origin: string
let port: number
const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answers.get(request.url ?? '')?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  origin = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const LIMITS = { accept: ['text/plain'], maxBytes: 1000, timeoutMs: 1000 }
/** Lets in the test server's address alone. */
const fetcher = new OutboundFetcher({ isAllowed: (address) => address === '127.0.0.1' })
const serve = (
  path: string,
  headers: Record<string, string>,
  body: string | Buffer,
  status = 200,
): string => {
  answers.set(path, (_, response) => response.writeHead(status, headers).end(body))
  return `${origin}${path}`
}
const redirect = (path: string, location: string): string => serve(path, { location }, '', 302)

test('a public page is fetched, its redirects followed', async () => {
  serve('/there', { 'content-type': 'text/plain; charset=utf-8' }, 'hello')
  const { bytes, url, contentType } = await fetcher.get(redirect('/here', '/there'), LIMITS)
  expect([Buffer.from(bytes).toString(), url, contentType]).toEqual([
    'hello',
    `${origin}/there`,
    'text/plain',
  ])
})

test('addresses of this machine, of private networks and of clouds are not public, in whatever notation', () => {
  const inside = [
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '255.255.255.255',
    '224.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '240.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ]
  for (const address of inside) expect(isPublicAddress(address), address).toBe(false)
  for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111', '::ffff:1.1.1.1'])
    expect(isPublicAddress(address), address).toBe(true)
})

test('nothing inside is asked, by whatever name or number', async () => {
  const strict = new OutboundFetcher()
  const hosts = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `2130706433:${port}`,
    `0x7f.1:${port}`,
    `0177.0.0.1:${port}`,
    `127.1:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `[::ffff:7f00:1]:${port}`,
    '169.254.169.254',
    '①②⑦.0.0.1',
    `0:${port}`,
    `127.0.0.1.:${port}`,
  ]
  asked.length = 0
  for (const host of hosts) {
    const refused = strict.get(`http://${host}/secret`, LIMITS)
    await expect(refused, host).rejects.toMatchObject({ kind: 'unprocessable' })
  }
  expect(asked).toEqual([])
})

test('other schemes and passwords are refused', async () => {
  for (const url of [
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1/',
    'data:text/plain,x',
    'javascript:1',
    'no address',
  ])
    await expect(fetcher.get(url, LIMITS)).rejects.toMatchObject({ kind: 'unprocessable' })
  await expect(fetcher.get(`http://user:secret@127.0.0.1:${port}/`, LIMITS)).rejects.toThrow('password')
})

test('a redirect to the inside, to another scheme, or in circles ends there', async () => {
  const targets = [
    'http://169.254.169.254/latest/meta-data',
    `http://[::1]:${port}/`,
    `http://localhost.:1/`,
    'file:///etc/passwd',
    'http://10.0.0.1/',
  ]
  for (const [i, target] of targets.entries())
    await expect(fetcher.get(redirect(`/to-${i}`, target), LIMITS), target).rejects.toMatchObject({
      kind: 'unprocessable',
    })
  await expect(fetcher.get(redirect('/round', '/round'), LIMITS)).rejects.toThrow('redirects more than')
})

test('a name that changes its answer is judged by the address that is connected to', async () => {
  const url = `http://rebind.test:${port}/rebound`
  serve('/rebound', { 'content-type': 'text/plain' }, 'hello')
  const answers = ['127.0.0.1', '127.0.0.9']
  let questions = 0
  const rebound = new OutboundFetcher({
    isAllowed: (address) => address === '127.0.0.1',
    resolve: () => Promise.resolve([{ address: answers[questions++] ?? '127.0.0.9', family: 4 }]),
  })
  await rebound.get(url, LIMITS)
  expect(questions).toBe(1)
  await expect(rebound.get(url, LIMITS)).rejects.toThrow('public internet')
})

test('a name with one address inside among public ones is refused', async () => {
  const mixed = new OutboundFetcher({
    isAllowed: (address) => address === '127.0.0.1',
    resolve: () => Promise.resolve(['127.0.0.1', '10.0.0.1'].map((address) => ({ address, family: 4 }))),
  })
  await expect(mixed.get(`http://mixed.test:${port}/rebound`, LIMITS)).rejects.toThrow('public internet')
})

test('endless and slow bodies are cut off, whether they tell their size or not', async () => {
  answers.set('/endless', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    const timer = setInterval(() => response.write('x'.repeat(400)), 5)
    response.on('close', () => clearInterval(timer))
  })
  answers.set('/slow', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    const timer = setInterval(() => response.write('x'), 100)
    response.on('close', () => clearInterval(timer))
  })
  answers.set('/silent', () => undefined)
  await expect(fetcher.get(`${origin}/endless`, LIMITS)).rejects.toThrow('larger than')
  await expect(
    fetcher.get(serve('/large', { 'content-type': 'text/plain' }, 'x'.repeat(5000)), LIMITS),
  ).rejects.toThrow('larger than')
  const started = performance.now()
  await expect(fetcher.get(`${origin}/slow`, LIMITS)).rejects.toThrow('too long')
  await expect(fetcher.get(`${origin}/silent`, LIMITS)).rejects.toThrow('too long')
  expect(performance.now() - started).toBeLessThan(4000)
})

test('another type, a compressed body, an error and an absent host are refused with a sentence', async () => {
  await expect(fetcher.get(serve('/html', { 'content-type': 'text/html' }, '<p>'), LIMITS)).rejects.toThrow(
    'text/html',
  )
  await expect(fetcher.get(serve('/bare', {}, 'x'), LIMITS)).rejects.toThrow('without a type')
  const bomb = gzipSync(Buffer.alloc(1_000_00))
  await expect(
    fetcher.get(serve('/gzip', { 'content-type': 'text/plain', 'content-encoding': 'gzip' }, bomb), LIMITS),
  ).rejects.toThrow('compressed')
  await expect(fetcher.get(serve('/broken', {}, '', 500), LIMITS)).rejects.toThrow('500')
  await expect(fetcher.get('http://nowhere.invalid/', LIMITS)).rejects.toThrow('no host named')
  await expect(fetcher.get('http://127.0.0.1:1/', LIMITS)).rejects.toThrow('ECONNREFUSED')
})

test('with a list of hosts, no other is asked, not even after a redirect', async () => {
  const hosts = [`127.0.0.1:${port}`]
  await expect(fetcher.get(redirect('/away', 'http://example.com/'), { ...LIMITS, hosts })).rejects.toThrow(
    'not one of the hosts',
  )
})
