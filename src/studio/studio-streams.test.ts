import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { StudioStreams } from './studio-streams.ts'

let t: TestPlatform
let mayStay = true
let streams: StudioStreams

beforeAll(async () => {
  t = await testPlatform()
  streams = new StudioStreams(t.p, () => Promise.resolve(mayStay))
})
afterAll(async () => {
  streams.stop()
  await t.close()
})

const request = new Request('http://studio.invalid/studio/live')

/** What has come by this stream, up to and with a wanted event. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes(wanted)) {
    const { value, done } = await reader.read()
    if (done) break
    text += decoder.decode(value)
  }
  return text
}

const open = () => streams.open(request).body!.getReader()

describe('the studio’s stream', () => {
  it('tells the server’s clock first, then the names of what has changed, of drafts too', async () => {
    const reader = open()
    expect(await readUntil(reader, 'hello')).toMatch(/^event: hello\ndata: \{"now":\d+\}/)
    await t.p.write((w) => {
      w.touch('desk:story:7', 'desk:stories')
      return Promise.resolve()
    })
    const told = await readUntil(reader, 'changed')
    expect(told).toContain('desk:story:7')
    expect(told).toContain('"everything":false')
    await reader.cancel()
    expect(streams.size).toBe(0)
  })

  it('tells of many changes of one moment at once', async () => {
    const reader = open()
    await readUntil(reader, 'hello')
    streams.changed(new Set(['a']), false)
    streams.changed(new Set(['b']), false)
    const told = await readUntil(reader, '"b"')
    expect(told.match(/event: changed/g)).toHaveLength(1)
    expect(told).toContain('["a","b"]')
    await reader.cancel()
  })

  it('sends away who may not look any more, as soon as accounts have changed', async () => {
    const reader = open()
    await readUntil(reader, 'hello')
    mayStay = false
    streams.changed(new Set(['desk:people']), false)
    expect(await readUntil(reader, 'bye')).toContain('event: bye')
    expect((await reader.read()).done).toBe(true)
    mayStay = true
  })

  it('says goodbye to every studio when the server stops', async () => {
    const [one, two] = [open(), open()]
    streams.stop()
    expect(await readUntil(one, 'bye')).toContain('retry')
    expect(await readUntil(two, 'bye')).toContain('retry')
    expect(streams.size).toBe(0)
  })
})
