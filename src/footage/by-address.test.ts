import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { NOBODY, SYSTEM } from '../people/public.ts'
import { OutboundFetcher } from '../platform/fetch/outbound-fetcher.ts'
import { addPictureByAddress } from './add-picture-by-address.ts'
import { type EmbedSources, lookUpEmbed } from './look-up-embed.ts'

let t: TestPlatform
let server: Server
let origin: string
const answers = new Map<string, { type: string; body: string | Buffer }>()
const outbound = new OutboundFetcher({ isAllowed: (address) => address === '127.0.0.1' })

beforeAll(async () => {
  t = await testPlatform()
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '')
    if (answer) response.writeHead(200, { 'content-type': answer.type }).end(answer.body)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await t.close()
})

const titlesAt = (path: string): EmbedSources => ({
  outbound,
  titleAddresses: { youtube: () => `${origin}${path}`, vimeo: () => `${origin}${path}` },
})
const VIDEO = 'https://youtu.be/a1B2_c3-D4e'

test('a picture is fetched by its address, and its source is noted', async () => {
  const body = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  answers.set('/rink.png', { type: 'application/octet-stream', body })
  const { picture } = await addPictureByAddress(
    t.p,
    SYSTEM,
    { url: `${origin}/rink.png`, alt: 'A rink' },
    outbound,
  )
  expect(picture).toMatchObject({
    width: 20,
    height: 10,
    mime: 'image/png',
    rightsNote: `Fetched from ${origin}/rink.png`,
  })
})

test('an address inside, and a page that only says it is a picture, are refused', async () => {
  answers.set('/lie.png', { type: 'image/png', body: '<svg onload="alert(1)"/>' })
  await expect(addPictureByAddress(t.p, SYSTEM, { url: `${origin}/rink.png` })).rejects.toThrow(
    'public internet',
  )
  await expect(addPictureByAddress(t.p, SYSTEM, { url: `${origin}/lie.png` }, outbound)).rejects.toThrow(
    'SVG',
  )
  await expect(addPictureByAddress(t.p, NOBODY, { url: `${origin}/rink.png` })).rejects.toMatchObject({
    kind: 'not-signed-in',
  })
})

test("of a provider's answer the title is taken and nothing else", async () => {
  const body = JSON.stringify({
    title: ' The  catch\u0000\n<b> ',
    html: '<script>alert(1)</script>',
    thumbnail_url: 'x',
  })
  answers.set('/title', { type: 'application/json', body })
  expect(await lookUpEmbed(t.p, SYSTEM, `${VIDEO}?t=5`, titlesAt('/title'))).toEqual({
    provider: 'youtube',
    id: 'a1B2_c3-D4e',
    start: 5,
    title: 'The  catch <b>',
  })
})

test('a provider that fails or sends nonsense costs the title only', async () => {
  answers.set('/html', { type: 'text/html', body: '<title>x</title>' })
  answers.set('/object', { type: 'application/json', body: '{"title":{"toString":"x"}}' })
  for (const path of ['/absent', '/html', '/object'])
    expect((await lookUpEmbed(t.p, SYSTEM, VIDEO, titlesAt(path))).title).toBeNull()
})

test('an address of no known provider is refused without asking anybody', async () => {
  await expect(lookUpEmbed(t.p, SYSTEM, `${origin}/title`, titlesAt('/title'))).rejects.toMatchObject({
    kind: 'unprocessable',
  })
})
