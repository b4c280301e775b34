import { expect, test } from 'vitest'
import { parseTranscript } from './parse-transcript.ts'
import { webVtt } from './transcript.ts'

const said = async (text: string) =>
  (await parseTranscript(text)).map(({ fromMs, toMs, speaker, text: words }) => [
    fromMs,
    toMs,
    speaker,
    words,
  ])

test('WebVTT is read, with its voices, notes and settings', async () => {
  const text =
    'WEBVTT - a title\n\nNOTE nothing\n\n1\n00:00:01.000 --> 00:00:02.500 line:0 align:start\n<v.loud Lane>Stop!\n'
  expect(await said(text)).toEqual([[1000, 2500, 'Lane', 'Stop!']])
  const two = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Lane>Stop!</v>\n<v Driver>Why?</v>\n'
  expect(await said(two)).toEqual([
    [1000, 2000, 'Lane', 'Stop!'],
    [1000, 2000, 'Driver', 'Why?'],
  ])
})

test('SRT is read, from any system, with names as they are typed', async () => {
  const text =
    '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nOFFICER LANE: Stop!\r\nNow.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- <i>Why?</i> 5 < 6\r\n'
  expect(await said(text)).toEqual([
    [1000, 2500, 'OFFICER LANE', 'Stop!\nNow.'],
    [3000, 4000, '', 'Why? 5 < 6'],
  ])
})

test('what could run in a page is words or nothing, also on its way out', async () => {
  const bodies = [
    '<script>alert(1)</script>Hello',
    '<img src=x onerror=alert(1)>Hello',
    '<scr<script>x</script>ipt>Hello',
    '<v "><script>x</script>>Hello',
    '&lt;script&gt;Hello&lt;/script&gt;',
    'Hello &#60;b&#62; --&gt; 00:09.000',
  ]
  for (const body of bodies) {
    const cues = await parseTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${body}\n`)
    const out = webVtt(cues)
    expect(out, body).toContain('Hello')
    expect(out, body).not.toMatch(/<(?!v )|onerror|alert/)
    expect(out.match(/-->/g), body).toHaveLength(1)
  }
})

test('a file that is wrong is refused with the line where it is', async () => {
  const files: [string, number, string][] = [
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n00:09.000 --> 00:03.000\nB\n', 6, 'ends before it begins'],
    ['1\n00:00:0x,000 --> 00:00:02,000\nA\n', 2, 'cannot be read'],
    ['1\n00:00:01,000 --> 00:99:02,000\nA\n', 2, 'cannot be read'],
    ['WEBVTT\n\n00:01.000 --> 90:00:00.000\nA\n', 3, 'first day'],
    ['Just some words\nof a page', 1, 'No line of a transcript'],
    ['', 1, 'No line of a transcript'],
  ]
  for (const [text, line, words] of files)
    await expect(parseTranscript(text), text).rejects.toMatchObject({
      kind: 'unprocessable',
      message: expect.stringContaining(words) as string,
      extra: { line },
    })
})

test('cues come in the order of time, each with an id of its own', async () => {
  const cues = await parseTranscript(
    'WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA\n\n00:01.000 --> 00:02.000\n<i></i>\n',
  )
  expect(cues.map(({ text }) => text)).toEqual(['A', 'B'])
  expect(new Set(cues.map(({ id }) => id)).size).toBe(2)
})
