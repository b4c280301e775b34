import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { NOBODY, SYSTEM } from '../people/public.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { editTranscript } from './edit-transcript.ts'
import { brokenMoments, findClips, transcriptOfClip } from './find-clips.ts'
import { importTranscript } from './import-transcript.ts'
import { showClip } from './list-clips.ts'
import { removeTranscript } from './remove-transcript.ts'
import { makeVideo, testFootage, type TestFootage } from './test-footage.ts'
import type { Clip, Master } from './wire.ts'

vi.setConfig({ testTimeout: 120_000 })

let t: TestFootage
let folder: string
let master: Master
let clip: Clip
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-words-'))
  await makeVideo(join(folder, 'a.mp4'), { seconds: 6 })
  t = await testFootage()
  ;({ master, clip } = await t.clipOf(join(folder, 'a.mp4'), { inMs: 1000, outMs: 5000 }))
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const VTT = `WEBVTT

00:00.000 --> 00:01.500
<v Officer Lane>Stop the car.

00:01.500 --> 00:03.000
<v Driver>I did not see the light, <i>honestly</i> &amp; truly.

00:04.500 --> 00:06.000
<v Officer Lane>Stay <script>alert(document.cookie)</script>there.
`

test('a transcript becomes captions of the clip, in its own time, and words for who reads instead', async () => {
  const transcript = await importTranscript(t.p, SYSTEM, master.id, { text: VTT, language: 'en' })
  expect(transcript.cues.map(({ speaker }) => speaker)).toEqual(['Officer Lane', 'Driver', 'Officer Lane'])
  const reading = new RecordedReading(t.p, t.p.clock.now())
  const ref = (await findClips(reading, [clip.id])).get(clip.id)
  expect(ref?.words).toBe(
    'Officer Lane: Stop the car.\nDriver: I did not see the light, honestly & truly.\nOfficer Lane: Stay there.',
  )
  const answer = await t.ask(null, 'GET', ref?.captionsUrl ?? '')
  expect(answer.status).toBe(200)
  const captions = await answer.text()
  expect(captions).toContain(
    '00:00:00.500 --> 00:00:02.000\n<v Driver>I did not see the light, honestly &amp; truly.',
  )
  expect(captions).not.toMatch(/script|<i>/)
  expect((await transcriptOfClip(t.p, clip.id)).at(-1)).toMatchObject({ fromMs: 3500, toMs: 4000 })
})

test('after an edit the captions are others under another address, and pages are told', async () => {
  const { cues, revision } = await importTranscript(t.p, SYSTEM, master.id, { text: VTT, language: 'en' })
  const before = (await showClip(t.p, SYSTEM, clip.id)).captionsUrl
  const reading = new RecordedReading(t.p, t.p.clock.now())
  await findClips(reading, [clip.id])
  const since = t.p.tail.position
  const changed = cues.map((cue) => ({ ...cue, text: cue.text.replace('light', 'sign') }))
  await editTranscript(t.p, SYSTEM, master.id, revision, { cues: changed })
  await t.p.tail.sync()
  expect(t.p.tail.changedSince(since, reading.topics)).toBe(true)
  expect((await showClip(t.p, SYSTEM, clip.id)).captionsUrl).not.toBe(before)
  await expect(editTranscript(t.p, SYSTEM, master.id, revision, { cues })).rejects.toMatchObject({
    kind: 'stale',
    extra: { current: { revision: revision + 1 } },
  })
})

test('a quote holds while its words are said in its span, and is told of when an edit takes them away', async () => {
  const { cues, revision } = await importTranscript(t.p, SYSTEM, master.id, { text: VTT, language: 'en' })
  const quote = { clip: clip.id, from: 500, to: 2000, words: '“I didn’t … did not see the light”' }
  const moments = [
    { ...quote, id: 'said', words: 'I did not see … honestly' },
    { ...quote, id: 'paraphrased', words: '' },
    { ...quote, id: 'elsewhere', from: 2500, to: 4000 },
    { ...quote, id: 'beyond', from: 4000, to: 5000 },
    { ...quote, id: 'gone', clip: master.id },
  ]
  const broken = async () =>
    Object.fromEntries((await brokenMoments(t.p, moments)).map(({ id, why }) => [id, why]))
  const always = { elsewhere: 'words-gone', beyond: 'outside', gone: 'no-clip' }
  expect(await broken()).toEqual(always)
  const changed = cues.map((cue) => ({ ...cue, text: cue.text.replace('did not', 'never') }))
  await editTranscript(t.p, SYSTEM, master.id, revision, { cues: changed })
  expect(await broken()).toEqual({ ...always, said: 'words-gone' })
})

test('a transcript that cannot stand is refused', async () => {
  const { cues, revision } = await importTranscript(t.p, SYSTEM, master.id, { text: VTT, language: 'en' })
  const [first] = cues
  if (!first) throw new Error('There are no cues.')
  const edit = (changed: typeof cues) => editTranscript(t.p, SYSTEM, master.id, revision, { cues: changed })
  await expect(edit([{ ...first, toMs: 0 }])).rejects.toThrow('ends before it begins')
  await expect(edit([first, first])).rejects.toThrow('same id')
  await expect(importTranscript(t.p, NOBODY, master.id, { text: VTT, language: 'en' })).rejects.toMatchObject(
    { kind: 'not-signed-in' },
  )
})

test('by the doors: a bad file is refused with its line, and taking the transcript away takes the captions', async () => {
  const path = `/api/v1/masters/${master.id}/transcript`
  const headers = { 'content-type': 'application/json' }
  const bad = await t.ask('footage', 'POST', path, {
    headers,
    body: JSON.stringify({ text: 'WEBVTT\n\n00:01.000 --> 00:0x.000\nA\n' }),
  })
  expect(bad.status).toBe(422)
  expect(await bad.json()).toMatchObject({ line: 3 })
  const url = (await showClip(t.p, SYSTEM, clip.id)).captionsUrl ?? ''
  expect((await t.ask(null, 'GET', url)).status).toBe(200)
  await removeTranscript(t.p, SYSTEM, master.id)
  expect((await t.ask(null, 'GET', url)).status).toBe(404)
  expect(await showClip(t.p, SYSTEM, clip.id)).toMatchObject({ captions: false, captionsUrl: null })
  expect((await t.ask('footage', 'GET', path)).status).toBe(404)
})
